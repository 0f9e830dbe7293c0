package parallax.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever address a stranger gives: nothing within is reached, and it is the connection that is refused. */
class SsrfCorpusTest {

    private final List<Egress> opened = new ArrayList<>();
    private final AtomicInteger reached = new AtomicInteger();
    private HttpServer within;

    @BeforeEach
    void listenWithin() throws IOException {
        within = HttpServer.create(new InetSocketAddress(0), 0); // every address of this machine
        within.createContext("/", exchange -> {
            reached.incrementAndGet();
            boolean redirect = exchange.getRequestURI().getPath().equals("/redirect");
            if (redirect) {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + port() + "/secret");
            }
            exchange.sendResponseHeaders(redirect ? 302 : 200, -1);
            exchange.close();
        });
        within.start();
    }

    @AfterEach
    void stop() {
        within.stop(0);
        opened.forEach(Egress::close);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "127.0.1",
                "2130706433", // 127.0.0.1 as one number
                "0",
                "0.0.0.0",
                "localhost",
                "LOCALHOST",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:127.0.0.1]",
                "[::127.0.0.1]",
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::7f00:1]",
                "[2002:7f00:1::]",
                "[fe80::1]",
                "[fec0::1]",
                "[fd00:ec2::254]", // a cloud's metadata
                "[ff02::1]",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200", // another's
                "169.254.169.254",
                "169.254.170.2",
                "2852039166", // 169.254.169.254 as one number
                "172.16.0.1",
                "192.0.0.192",
                "192.168.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "168.63.129.16"
            })
    void an_address_within_is_refused_when_the_connection_is_made(String host) {
        Egress egress = egress(List.of(), SystemDefaultDnsResolver.INSTANCE);
        assertThatThrownBy(() -> send(egress, "http://" + host + ":" + port() + "/"))
                .isInstanceOfSatisfying(
                        NoReplyException.class, e -> assertThat(e.refused()).isTrue());
        assertThat(reached).hasValue(0);
    }

    /** Java takes these for names; were they numbers to a resolver, the guard would see what they stand for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "017700000001",
                "0x7f.1",
                "127.0.0.1.nip.example",
                "metadata.example"
            })
    void a_name_that_leads_within_is_refused(String host) {
        Egress egress = egress(List.of(), answering(InetAddress.getLoopbackAddress()));
        assertThatThrownBy(() -> send(egress, "http://" + host + ":" + port() + "/"))
                .isInstanceOfSatisfying(
                        NoReplyException.class, e -> assertThat(e.refused()).isTrue());
        assertThat(reached).hasValue(0);
    }

    @Test
    void a_name_that_is_good_when_checked_and_bad_when_used_is_refused() throws Exception {
        Egress egress = egress(List.of(), answering(outside(), InetAddress.getLoopbackAddress()));
        URI checked = egress.check("url", "http://rebind.example:" + port() + "/");
        assertThatThrownBy(() -> egress.send(Outgoing.get(checked, Map.of()), Duration.ofSeconds(5), 0))
                .isInstanceOfSatisfying(
                        NoReplyException.class, e -> assertThat(e.refused()).isTrue());
        assertThat(reached).hasValue(0);
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        Egress egress = egress(List.of(Network.parse("127.0.0.0/8")), SystemDefaultDnsResolver.INSTANCE);
        Reply reply = send(egress, "http://127.0.0.1:" + port() + "/redirect");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.ok()).isFalse();
        assertThat(reached).hasValue(1);
    }

    @Test
    void the_operators_own_network_is_reached_when_he_allows_it_and_no_other() throws Exception {
        Egress egress = egress(List.of(Network.parse("127.0.0.0/8")), SystemDefaultDnsResolver.INSTANCE);
        assertThat(send(egress, "http://127.0.0.1:" + port() + "/").status()).isEqualTo(200);
        assertThatThrownBy(() -> send(egress, "http://[::1]:" + port() + "/")).isInstanceOf(NoReplyException.class);
        assertThat(reached).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user@example.org/",
                "http://127.0.0.1@example.org/",
                "http://example.org@127.0.0.1/",
                "http://example.org:80#@127.0.0.1/"
            })
    void user_names_in_addresses_are_not_taken(String url) {
        assertThatThrownBy(() -> egress(List.of(), answering(InetAddress.getLoopbackAddress()))
                        .check("url", url))
                .hasMessageContaining("url");
    }

    private int port() {
        return within.getAddress().getPort();
    }

    private Egress egress(List<Network> allowed, DnsResolver names) {
        Egress egress = new Egress(
                new EgressGuard(allowed, names),
                new EgressSettings(Duration.ofSeconds(2), Duration.ofSeconds(2), 10, 10, "Parallax/1"));
        opened.add(egress);
        return egress;
    }

    private static Reply send(Egress egress, String url) throws NoReplyException {
        return egress.send(Outgoing.get(URI.create(url), Map.of()), Duration.ofSeconds(5), 0);
    }

    private static InetAddress outside() throws UnknownHostException {
        return InetAddress.getByName("93.184.216.34");
    }

    /** Gives one answer after the other, the last for ever. */
    private static DnsResolver answering(InetAddress... answers) {
        Deque<InetAddress> left = new ArrayDeque<>(List.of(answers));
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                InetAddress next = left.size() > 1 ? left.removeFirst() : left.getFirst();
                return new InetAddress[] {next};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
