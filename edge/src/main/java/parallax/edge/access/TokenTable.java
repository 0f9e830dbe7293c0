package parallax.edge.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code access_token}. */
class TokenTable {

    private final JdbcClient jdbc;

    TokenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who has a token of this digest, if it is good at {@code now}; notes that it was used. */
    Optional<Caller> use(String hash, Instant now) {
        return jdbc.sql("""
                update access_token set last_used_at = :now
                where hash = :hash and (expires_at is null or expires_at > :now) and (revoked_at is null or revoked_at > :now)
                returning id, name, scopes, requests_per_second
                """)
                .param("hash", hash)
                .param("now", time(now))
                .query((row, number) ->
                        new Caller(row.getString("id"), row.getString("name"), scopes(row), perSecond(row)))
                .optional();
    }

    /** Whether there was none of this id. */
    boolean add(AccessToken token, String hash) {
        return jdbc.sql("""
                insert into access_token (id, name, hash, scopes, requests_per_second, created_at, created_by, expires_at)
                values (:id, :name, :hash, :scopes::text[], :rate, :createdAt, :createdBy, :expiresAt)
                on conflict do nothing
                """)
                        .param("id", token.id())
                        .param("name", token.name())
                        .param("hash", hash)
                        .param(
                                "scopes",
                                token.scopes().stream().map(Scope::toString).toArray(String[]::new))
                        .param("rate", token.requestsPerSecond())
                        .param("createdAt", time(token.createdAt()))
                        .param("createdBy", token.createdBy())
                        .param("expiresAt", time(token.expiresAt()))
                        .update()
                == 1;
    }

    Optional<AccessToken> find(String id) {
        return jdbc.sql("select * from access_token where id = ?")
                .param(id)
                .query(TokenTable::token)
                .optional();
    }

    /** In the order of their ids, those after {@code id}. */
    List<AccessToken> after(String id, int limit) {
        return jdbc.sql("select * from access_token where id > ? order by id limit ?")
                .param(id)
                .param(limit)
                .query(TokenTable::token)
                .list();
    }

    /** Ends it at {@code at}, or earlier where it ends earlier. */
    boolean revoke(String id, Instant at) {
        return jdbc.sql("update access_token set revoked_at = least(coalesce(revoked_at, :at), :at) where id = :id")
                        .param("id", id)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    private static AccessToken token(ResultSet row, int number) throws SQLException {
        return new AccessToken(
                row.getString("id"),
                row.getString("name"),
                scopes(row),
                perSecond(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                maybe(row, "expires_at"),
                maybe(row, "revoked_at"),
                maybe(row, "last_used_at"));
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream((String[]) row.getArray("scopes").getArray())
                .forEach(name -> Scope.of(name).ifPresent(scopes::add));
        return scopes;
    }

    private static @Nullable Integer perSecond(ResultSet row) throws SQLException {
        int rate = row.getInt("requests_per_second");
        return row.wasNull() ? null : rate;
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
