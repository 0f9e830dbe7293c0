package parallax.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to resolve a host to an address within. The client connects to just the addresses that passed, so a name cannot mean
 * one address when it is checked and another when it is used.
 */
final class EgressGuard implements DnsResolver {

    private static final List<Network> WITHIN = Stream.of(
                    // IANA special-purpose registry, IPv4
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // a cloud's wire server, which hands out credentials
                    "168.63.129.16/32",
                    // IPv6: loopback and IPv4-compatible, NAT64, discard, Teredo and protocol assignments,
                    // documentation,
                    // 6to4, unique local, link-local, site-local, multicast
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Network::parse)
            .toList();

    private final List<Network> allowed;
    private final DnsResolver names;

    EgressGuard(List<Network> allowed) {
        this(allowed, SystemDefaultDnsResolver.INSTANCE);
    }

    EgressGuard(List<Network> allowed, DnsResolver names) {
        this.allowed = allowed;
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        if (addresses.length == 0 || !Arrays.stream(addresses).allMatch(this::permits)) {
            throw new Refused(host);
        }
        return addresses;
    }

    @Override
    public @Nullable String resolveCanonicalHostname(String host) throws UnknownHostException {
        return host;
    }

    /** Whether a request may go there. Java gives IPv4-mapped addresses as IPv4. */
    boolean permits(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address))
                || WITHIN.stream().noneMatch(network -> network.contains(address));
    }

    /** The host stands for an address within. */
    static final class Refused extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        Refused(String host) {
            super(
                    host
                            + " stands for an address of an internal network; the setting parallax.publish.allowed-networks, or parallax.ingest.allowed-networks, may allow it");
        }
    }
}
