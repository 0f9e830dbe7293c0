package parallax.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

class RateLimitTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RateLimit limit = new RateLimit(
            2,
            3,
            new Refusals(new Demand(List.of(), List.of()), JsonMapper.builder().build(), meters));

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void so_many_may_come_at_once_and_the_next_is_told_when() throws Exception {
        Caller caller = caller("one", null);
        for (int call = 0; call < 6; call++) {
            assertThat(call(caller).getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse refused = call(caller);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        assertThat(refused.getContentAsString()).contains("too-many-requests", "2 requests a second");
        assertThat(meters.counter("parallax.access.refused", "reason", "rate").count())
                .isOne();
        assertThat(call(caller("another", null)).getStatus())
                .as("each for himself")
                .isEqualTo(200);
    }

    @Test
    void a_token_may_have_a_number_of_its_own_and_readers_without_one_have_none() throws Exception {
        Caller slow = caller("slow", 1);
        for (int call = 0; call < 3; call++) {
            assertThat(call(slow).getStatus()).isEqualTo(200);
        }
        assertThat(call(slow).getStatus()).isEqualTo(429);
        for (int call = 0; call < 20; call++) {
            assertThat(call(null).getStatus()).isEqualTo(200);
        }
    }

    private static Caller caller(String id, @Nullable Integer rate) {
        return new Caller(id, id, EnumSet.of(Scope.READ), rate);
    }

    private MockHttpServletResponse call(@Nullable Caller caller) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(caller == null ? null : BearerToken.of(caller));
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(new MockHttpServletRequest("GET", "/v1/stories"), response, new MockFilterChain());
        return response;
    }
}
