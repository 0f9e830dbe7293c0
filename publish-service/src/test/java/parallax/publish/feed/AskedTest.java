package parallax.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class AskedTest {

    private static final Instant MODIFIED = Instant.parse("2026-02-05T10:00:00.250Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "gzip, deflate, br",
                "br;q=1.0, gzip;q=0.5",
                "GZIP",
                "x-gzip",
                "*",
                "br;q=0, *;q=0.001",
                "deflate , gzip ; q=1"
            })
    void gzip_goes_to_those_who_take_it(String header) {
        assertThat(Asked.forGzip(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "br",
                "gzip;q=0",
                "gzip;q=0.000",
                "gzip ; q=0",
                "*;q=0",
                "gzip;q=0, *",
                "*, gzip;q=0.0",
                "gzippy"
            })
    void and_to_nobody_else(String header) {
        assertThat(Asked.forGzip(header)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"t\" | true",
                "\"t-gz\" | true",
                "W/\"t\" | true",
                "W/\"t-gz\" | true",
                "* | true",
                "\"a\", \"b\",W/\"t\" , \"c\" | true",
                "\"a,b\", \"t\" | true",
                "\"T\" | false",
                "t | false",
                "\"t-br\" | false",
                "\"\" | false",
                "w/\"t\" | false"
            })
    void a_tag_is_compared_weakly_and_a_list_one_by_one(String header, boolean known) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("If-None-Match", header);
        request.addHeader("If-Modified-Since", "Thu, 05 Feb 2037 10:00:00 GMT"); // counts for nothing beside a tag
        assertThat(Asked.forNothingNew(request, "t", MODIFIED)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thu, 05 Feb 2026 10:00:00 GMT | true",
                "Thu, 05 Feb 2026 09:59:59 GMT | false",
                "Thursday, 05-Feb-26 10:00:00 GMT | true",
                "Fri, 06 Feb 2026 00:00:00 GMT | true",
                "yesterday | false"
            })
    void a_date_is_compared_by_the_second(String header, boolean known) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("If-Modified-Since", header);
        assertThat(Asked.forNothingNew(request, "t", MODIFIED)).isEqualTo(known);
        assertThat(Asked.forNothingNew(request, "t", Instant.EPOCH))
                .as("a feed that never had an item")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html | true",
                "text/html;q=0.5, */*;q=0.1 | true",
                "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8 | true",
                "text/html, application/rss+xml;q=0 | true",
                "text/html;q=0, */* | false",
                "text/* | false",
                "*/* | false",
                "text/html;q=0.9, application/atom+xml;q=0.1 | false",
                "application/feed+json, text/html | false",
                "text/html;;;, nonsense | false"
            })
    void a_page_goes_to_those_who_ask_for_one_and_for_no_feed(String header, boolean page) {
        assertThat(Asked.forPage(header)).isEqualTo(page);
    }
}
