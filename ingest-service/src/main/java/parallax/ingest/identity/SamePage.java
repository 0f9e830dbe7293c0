package parallax.ingest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of an address that do not tell one page from another: its form for phones, for AMP, for counting visitors. */
final class SamePage {

    /** Hosts that show others' pages, with the page's own address in their path. */
    private static final Pattern AMP_CACHE = Pattern.compile(
            "^(?:https?://)(?:[^/]+\\.cdn\\.ampproject\\.org/[a-z]/|(?:www\\.)?google\\.[a-z.]{2,6}/amp/)(s/)?([^/?#]+\\.[^/?#]+.*)$");

    private static final Set<String> SUB_HOSTS = Set.of("www", "m", "mobile", "amp", "touch", "wap");
    private static final Pattern AMP_PATH = Pattern.compile("(?i)/amp/?$|[./]amp(?=\\.html?$)|\\.amp$");
    private static final Pattern INDEX = Pattern.compile("(?i)/(?:index|default)\\.(?:html?|php|aspx?|jsp)$");
    private static final Set<String> TRACKERS = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "li_fat_id",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "_hsenc",
            "_hsmi",
            "hsctatracking",
            "oly_enc_id",
            "oly_anon_id",
            "vero_id",
            "vero_conv",
            "s_cid",
            "icid",
            "cmpid",
            "ncid",
            "_openstat",
            "wickedid",
            "rb_clickid",
            "_branch_match_id",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig",
            "spm",
            "scm",
            "share_token",
            "at_medium",
            "at_campaign",
            "ref_src",
            "ref_url",
            "__twitter_impression",
            "feature_share",
            "amp",
            "outputtype",
            "xtor",
            "echobox");
    private static final Set<String> TRACKER_BEGINNINGS =
            Set.of("utm_", "utm-", "pk_", "piwik_", "mtm_", "hsa_", "at_custom", "trk_", "sc_", "ns_");

    private SamePage() {}

    /** The address of the page itself, where {@code url} is one of a cache of AMP pages. */
    static String outOfCache(String url) {
        Matcher cached = AMP_CACHE.matcher(url);
        return cached.matches() ? (cached.group(1) == null ? "http://" : "https://") + cached.group(2) : url;
    }

    /** Without the names of a site's forms: {@code en.m.example.org} is {@code en.example.org}. */
    static String host(String host) {
        String[] labels = host.split("\\.", -1);
        int first = 0;
        while (labels.length - first > 2 && SUB_HOSTS.contains(labels[first])) {
            first++;
        }
        boolean phone = labels.length - first > 3 && labels[first + 1].equals("m");
        return Arrays.stream(labels, first, labels.length)
                .filter(label -> !phone || !label.equals("m"))
                .collect(Collectors.joining("."));
    }

    static String path(String path) {
        String plain = withoutDots(encoded(path).replaceAll("/{2,}", "/"));
        String before;
        do { // what stood before an ending may be one itself: /a/index.html/amp/amp
            before = plain;
            plain = AMP_PATH.matcher(plain).replaceFirst("");
            plain = INDEX.matcher(plain).replaceFirst("/");
            plain = plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        } while (!plain.equals(before));
        return plain.isEmpty() ? "/" : plain;
    }

    /** Without {@code /./} and {@code /../}, as a browser asks for it (RFC 3986, 5.2.4). */
    private static String withoutDots(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        Deque<String> kept = new ArrayDeque<>();
        String last = "";
        for (String segment : path.substring(1).split("/", -1)) {
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.equals(".")) {
                kept.add(segment);
            }
            last = segment;
        }
        boolean folder = last.equals(".") || last.equals("..");
        return "/" + String.join("/", kept) + (folder && !kept.isEmpty() ? "/" : "");
    }

    static String query(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(parameter -> !parameter.isEmpty() && !tracks(name(parameter)))
                .map(SamePage::encoded)
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    }

    private static boolean tracks(String name) {
        return TRACKERS.contains(name) || TRACKER_BEGINNINGS.stream().anyMatch(name::startsWith);
    }

    /** Percent-encoded where it must be, and nowhere else (RFC 3986, 6.2.2). */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '%' && at + 2 < text.length()) {
                int value = Integer.parseInt(text.substring(at + 1, at + 3), 16);
                encoded.append(unreserved(value) ? String.valueOf((char) value) : String.format("%%%02X", value));
                at += 2;
            } else if (c < 0x80) {
                encoded.append(c);
            } else {
                int character = text.codePointAt(at);
                at += Character.charCount(character) - 1;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.writeBytes(Character.toString(character).getBytes(UTF_8));
                for (byte b : bytes.toByteArray()) {
                    encoded.append(String.format("%%%02X", b & 0xFF));
                }
            }
        }
        return encoded.toString();
    }

    private static boolean unreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
