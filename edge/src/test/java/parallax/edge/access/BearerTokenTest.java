package parallax.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;

class BearerTokenTest {

    @Test
    void the_header_is_read_as_rfc_6750_and_7235_have_it() {
        assertThat(BearerToken.in("Bearer abc"))
                .extracting(BearerToken::getCredentials)
                .isEqualTo("abc");
        assertThat(BearerToken.in("bearer  abc "))
                .extracting(BearerToken::getCredentials)
                .isEqualTo("abc");
        assertThat(BearerToken.in(null)).isNull();
        assertThat(BearerToken.in("Basic abc")).isNull();
        assertThat(BearerToken.in("Bearer")).isNull();
    }

    @Test
    void admin_may_all_and_the_token_itself_is_not_kept() {
        BearerToken admin = BearerToken.of(new Caller("t", "Ann", EnumSet.of(Scope.ADMIN), null));
        assertThat(admin.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_ingest", "ROLE_read", "ROLE_admin");
        assertThat(admin.isAuthenticated()).isTrue();
        assertThat(admin.getCredentials()).isNull();
        assertThat(admin.getName()).isEqualTo("Ann");
        BearerToken reader = BearerToken.of(new Caller("t", "Bea", EnumSet.of(Scope.READ), null));
        assertThat(reader.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_read");
    }

    @Test
    void tokens_are_long_random_and_known_by_digest_only() {
        String one = Secret.fresh();
        assertThat(one).matches("plx_[A-Za-z0-9_-]{43}").isNotEqualTo(Secret.fresh());
        assertThat(Secret.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Secret.same(Secret.hash(one), Secret.hash(one))).isTrue();
        assertThat(Secret.same(Secret.hash(one), Secret.hash(one + "x"))).isFalse();
    }
}
