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
        "http://example.org:80/A#part,                          http://example.org/A",
        "https://example.org:443/?,                             https://example.org/",
        "https://example.org:8443/a?b=1&c,                      https://example.org:8443/a?b=1&c",
        "https://example.org/a?utm_source=x&b=1&UTM_Medium=y,   https://example.org/a?b=1",
        "https://example.org/a?fbclid=1&gclid=2&gclidx=3,       https://example.org/a?gclidx=3",
        "https://例子.中国/文章,                                  https://xn--fsqu00a.xn--fiqs8s/文章",
        "http://[::1]:80/a,                                     http://[::1]/a",
    })
    void what_does_not_tell_pages_apart_is_dropped(String given, String canonical) {
        assertThat(CanonicalUrl.of(given)).hasToString(canonical);
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
