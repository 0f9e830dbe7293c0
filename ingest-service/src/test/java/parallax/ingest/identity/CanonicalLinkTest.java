package parallax.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalLinkTest {

    private static final String FOUND = "https://example.org/print/talk?utm_source=x";

    @ParameterizedTest
    @CsvSource({
        "/talk, https://example.org/talk",
        "../talk#top, https://example.org/talk#top",
        "//example.org/talk, https://example.org/talk",
        "http://www.example.org/talk, http://www.example.org/talk",
        "https://m.example.org/talk, https://m.example.org/talk",
        "HTTPS://EXAMPLE.ORG/talk, https://EXAMPLE.ORG/talk",
    })
    void a_page_says_where_on_its_own_site_it_stands(String href, String canonical) {
        assertThat(named(href, FOUND)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/talk",
        "https://example.org.evil.example/talk",
        "https://example.org@evil.example/talk",
        "https://example.org:8443/talk",
        "javascript:alert(1)",
        "data:text/html",
        "https://[bad",
        "https://exam ple.org/",
        "/",
        "https://example.org",
    })
    void of_another_site_of_its_front_page_or_of_nothing_it_says_nothing(String href) {
        assertThat(named(href, FOUND)).isNull();
    }

    @Test
    void a_front_page_is_one() {
        assertThat(named("/", "https://example.org/index.html")).isEqualTo("https://example.org/");
    }

    @Test
    void a_page_of_unknown_address_is_believed_where_it_names_a_whole_one() {
        assertThat(named("https://example.com/talk", null)).isEqualTo("https://example.com/talk");
        assertThat(named("/talk", null)).isNull();
        assertThat(named("https://example.com/", null)).isNull();
    }

    @Test
    void the_link_may_be_written_as_people_write_it() {
        assertThat(CanonicalLink.of("<LINK HREF=/talk REL='Canonical'>", FOUND)).contains("https://example.org/talk");
        assertThat(CanonicalLink.of("<link rel=\"amphtml canonical\" href=/talk>", FOUND))
                .contains("https://example.org/talk");
        assertThat(CanonicalLink.of("<link rel=canonical>", FOUND)).isEmpty();
        assertThat(CanonicalLink.of("<base href='https://evil.example/'><link rel=canonical href=talk>", FOUND))
                .isEmpty();
        assertThat(CanonicalLink.of("<p>rel=canonical is a link</p>", FOUND)).isEmpty();
    }

    private static @Nullable String named(String href, @Nullable String found) {
        return CanonicalLink.of(
                        "<html><head><link rel=\"canonical\" href=\"" + href + "\"></head><body>Text</body></html>",
                        found)
                .orElse(null);
    }
}
