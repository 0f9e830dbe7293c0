package parallax.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class DemandTest {

    private final Demand demand = new Demand(List.of("/websub", "/hooks/**"), List.of("/v1/documents"));

    @Test
    void who_reads_needs_nothing_but_for_tokens() {
        assertThat(demand.of(request("GET", "/v1/stories"))).isEmpty();
        assertThat(demand.of(request("HEAD", "/feeds/stories.rss"))).isEmpty();
        assertThat(demand.of(request("OPTIONS", "/v1/documents"))).isEmpty();
        for (String path : List.of("/v1/tokens", "/v1/tokens/", "/v1/tokens/tok_1")) {
            assertThat(demand.of(request("GET", path))).as(path).contains(Scope.ADMIN);
            assertThat(demand.of(request("HEAD", path))).as(path).contains(Scope.ADMIN);
        }
    }

    @Test
    void who_writes_needs_admin_where_nothing_else_is_said() {
        assertThat(demand.of(request("POST", "/v1/documents"))).contains(Scope.INGEST);
        assertThat(demand.of(request("DELETE", "/v1/documents/one"))).contains(Scope.INGEST);
        assertThat(demand.of(request("POST", "/v1/documentsandmore"))).contains(Scope.ADMIN);
        assertThat(demand.of(request("PUT", "/v1/sources/s"))).contains(Scope.ADMIN);
        assertThat(demand.of(request("TRACE", "/anything"))).contains(Scope.ADMIN);
        assertThat(demand.of(request("get", "/v1/stories")))
                .as("a method is written in capitals")
                .contains(Scope.ADMIN);
    }

    @Test
    void only_posts_are_open_and_only_where_it_is_said() {
        assertThat(demand.of(request("POST", "/websub"))).isEmpty();
        assertThat(demand.of(request("POST", "/hooks/abc"))).isEmpty();
        assertThat(demand.of(request("PUT", "/websub"))).contains(Scope.ADMIN);
        assertThat(demand.of(request("POST", "/websub/more"))).contains(Scope.ADMIN);
        assertThat(demand.of(request("POST", "/hooks"))).contains(Scope.ADMIN);
    }

    /** As the server hands it over: the path decoded, the address as it came. */
    @Test
    void an_address_that_is_written_otherwise_is_the_same() {
        MockHttpServletRequest request = request("GET", "/v1/tokens");
        request.setRequestURI("/v1/%74okens");
        assertThat(demand.of(request)).contains(Scope.ADMIN);
    }

    private static MockHttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        return request;
    }
}
