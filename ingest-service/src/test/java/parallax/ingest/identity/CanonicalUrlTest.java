package parallax.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.ingest.refusal.Malformed;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Example.ORG,                                   https://example.org/",
        "http://example.org:80/A#part,                          https://example.org/A",
        "https://example.org:443/?,                             https://example.org/",
        "https://example.org:8443/a?b=1&c,                      https://example.org:8443/a?b=1&c",
        "https://example.org/a?utm_source=x&b=1&UTM_Medium=y,   https://example.org/a?b=1",
        "https://example.org/a?fbclid=1&gclid=2&gclidx=3,       https://example.org/a?gclidx=3",
        "https://example.org/a?b=2&a=1&mc_cid=3&spm=4&pk_kwd=5, https://example.org/a?a=1&b=2",
        "https://例子.中国/文章,                                  https://xn--fsqu00a.xn--fiqs8s/%E6%96%87%E7%AB%A0",
        "https://xn--fsqu00a.xn--fiqs8s/%e6%96%87%e7%ab%a0,     https://xn--fsqu00a.xn--fiqs8s/%E6%96%87%E7%AB%A0",
        "https://example.org/%7Eann/%61?x=%2f,                  https://example.org/~ann/a?x=%2F",
        "http://[::1]:80/a,                                     https://[::1]/a",
        "http://www.example.org/a/,                             https://example.org/a",
        "https://m.example.org/a,                               https://example.org/a",
        "https://mobile.example.org/a,                          https://example.org/a",
        "https://en.m.wikipedia.org/wiki/A,                     https://en.wikipedia.org/wiki/A",
        "https://m.co/a,                                        https://m.co/a",
        "https://www.com/a,                                     https://www.com/a",
        "https://amp.example.org/a,                             https://example.org/a",
        "https://example.org/a/amp/,                            https://example.org/a",
        "https://example.org/a/amp/amp,                         https://example.org/a",
        "https://example.org/a/index.html/AMP/amp/,             https://example.org/a",
        "https://example.org/amp/index.php,                     https://example.org/",
        "https://example.org/a.amp.html,                        https://example.org/a.html",
        "https://example.org/a?amp=1,                           https://example.org/a",
        "https://example.org/champ,                             https://example.org/champ",
        "https://example.org/amplifier/,                        https://example.org/amplifier",
        "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a/amp, https://example.org/a",
        "https://www.google.com/amp/s/example.org/a,            https://example.org/a",
        "https://example.org//a///b/,                           https://example.org/a/b",
        "https://example.org/a/./b/../c,                        https://example.org/a/c",
        "https://example.org/a/%2e%2E/b/.,                      https://example.org/b",
        "https://example.org/../../..,                          https://example.org/",
        "https://example.org/a/.b/..c/...,                      https://example.org/a/.b/..c/...",
        "https://example.org/a/index.html,                      https://example.org/a",
        "https://example.org/?p=12,                             https://example.org/?p=12",
        "https://example.org/watch?v=aB,                        https://example.org/watch?v=aB",
    })
    void what_does_not_tell_pages_apart_is_dropped(String given, String canonical) {
        assertThat(CanonicalUrl.of(given)).hasToString(canonical);
        assertThat(CanonicalUrl.of(canonical)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                "example.org",
                "ftp://example.org/",
                "javascript:alert(1)",
                "http://",
                "https:///a",
                "http:a",
                "https://u@example.org/",
                "https://example.org:x/",
                "https://example.org:123456/",
                "https://a b/",
                "https://exa_mple..org/",
                "https://example.org/a b"
            })
    void what_is_no_web_address_is_refused(String given) {
        assertThatThrownBy(() -> CanonicalUrl.of(given)).isInstanceOf(Malformed.class);
    }
}
