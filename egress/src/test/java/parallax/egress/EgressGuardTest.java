package parallax.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses within, in every dress. */
class EgressGuardTest {

    private final EgressGuard guard = new EgressGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "localhost",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2001::1",
                "100::1"
            })
    void within_is_refused(String host) {
        assertThatThrownBy(() -> guard.resolve(host)).isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "192.169.0.1"})
    void outside_is_allowed(String host) throws UnknownHostException {
        assertThat(guard.resolve(host)).hasSize(1);
    }

    @Test
    void one_bad_address_among_good_ones_is_enough() throws UnknownHostException {
        InetAddress good = InetAddress.getByName("8.8.8.8");
        InetAddress bad = InetAddress.getByName("10.0.0.1");
        assertThatThrownBy(() -> new EgressGuard(List.of(), names(good, bad)).resolve("mixed.example"))
                .isInstanceOf(EgressGuard.Refused.class);
    }

    @Test
    void what_the_operator_allows_is_allowed() throws UnknownHostException {
        EgressGuard open = new EgressGuard(List.of(Network.parse("127.0.0.0/8"), Network.parse("fd00::/8")));
        assertThat(open.resolve("127.0.0.1")).hasSize(1);
        assertThat(open.resolve("fd12::1")).hasSize(1);
        assertThatThrownBy(() -> open.resolve("10.0.0.1")).isInstanceOf(EgressGuard.Refused.class);
        assertThatThrownBy(() -> Network.parse("localhost")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Network.parse("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/", "file:///etc/passwd", "http:///path", "//example.org",
                        "https://user:pw@example.org/",
                "http://127.0.0.1/", "http://[::1]/", "http://2130706433/", "http://0x7f000001/",
                        "http://017700000001/",
                "https://example.org/#fragment", "javascript:alert(1)", "http://exa mple.org/", ""
            })
    void a_bad_url_is_no_endpoint(String url) {
        // Where the platform takes a strange form for a name, the name must not exist.
        DnsResolver names = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return host.startsWith("0")
                        ? names(InetAddress.getLoopbackAddress()).resolve(host)
                        : SystemDefaultDnsResolver.INSTANCE.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        assertThatThrownBy(() -> EndpointUrl.check("url", url, new EgressGuard(List.of(), names)))
                .isInstanceOf(BadAddressException.class);
    }

    /** 012.0.0.1 is 12.0.0.1 to one program and 10.0.0.1 to the next. */
    @ParameterizedTest
    @ValueSource(strings = {"0x0a000001", "012.0.0.1", "10.0x1", "8.8.8.010", "example.1"})
    void an_address_that_programs_read_differently_is_none(String host) throws UnknownHostException {
        EgressGuard outside = new EgressGuard(List.of(), names(InetAddress.getByName("8.8.8.8")));
        assertThatThrownBy(() -> EndpointUrl.check("url", "http://" + host + "/", outside))
                .isInstanceOf(BadAddressException.class);
        for (String good : List.of("8.8.8.8", "8.example", "1.2.3.4.example")) {
            assertThat(EndpointUrl.check("url", "http://" + good + "/", outside))
                    .hasHost(good);
        }
    }

    private static DnsResolver names(InetAddress... addresses) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return addresses;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
