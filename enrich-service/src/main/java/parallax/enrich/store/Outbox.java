package parallax.enrich.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parallax.stream.EventJson;
import parallax.stream.Outgoing;

/** What is to be sent, written in one transaction with what it tells of. */
@Component
public class Outbox {

    /** Any number, so long as it is the same in every instance. */
    private static final long OWNER = 0x0B0C_5EED;

    private static final String INSERT = """
            insert into outbox (topic, key, headers, payload) select topic, key, headers, payload
            from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as bytea[]))
                with ordinality as event (topic, key, headers, payload, place)
            order by place
            """;

    private static final String NEXT = """
            select id, topic, key, headers, payload
            from (select *, sum(octet_length(payload)) over (order by id) as bytes from
                  (select * from outbox order by id limit 500) as head) as sized
            where bytes <= :most or id = (select min(id) from outbox)
            order by id
            """;

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long id, Outgoing event) {}

    /** Adds {@code events} in their order. */
    static Write add(List<Outgoing> events) {
        return Write.of(
                INSERT,
                events.stream().map(Outgoing::topic).toArray(String[]::new),
                events.stream().map(Outgoing::key).toArray(String[]::new),
                events.stream()
                        .map(event -> new String(EventJson.write(event.headers()), StandardCharsets.UTF_8))
                        .toArray(String[]::new),
                events.stream().map(Outgoing::payload).toArray(byte[][]::new));
    }

    /**
     * Hands the next events to {@code send}, in the order of their making, and forgets them when it returns; if it throws, they
     * come again. One instance at a time: of several that call, the others are told there is nothing.
     *
     * @param most bytes at once; one larger event comes alone
     * @return how many were sent
     */
    @Transactional
    public int drain(long most, Consumer<Collection<Outgoing>> send) {
        boolean owner = jdbc.sql("select pg_try_advisory_xact_lock(:owner)")
                .param("owner", OWNER)
                .query(Boolean.class)
                .single();
        if (!owner) {
            return 0;
        }
        List<Row> rows = new ArrayList<>();
        jdbc.sql(NEXT).param("most", most).query(row -> {
            rows.add(new Row(
                    row.getLong("id"),
                    new Outgoing(
                            row.getString("topic"),
                            row.getString("key"),
                            headers(row.getBytes("headers")),
                            row.getBytes("payload"))));
        });
        if (!rows.isEmpty()) {
            send.accept(rows.stream().map(Row::event).toList());
            jdbc.sql("delete from outbox where id in (:ids)")
                    .param("ids", rows.stream().map(Row::id).toList())
                    .update();
        }
        return rows.size();
    }

    /** How many events wait. */
    public long size() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    private static Map<String, String> headers(byte[] json) {
        Map<?, ?> read = EventJson.read(json, Map.class);
        Map<String, String> headers = new java.util.HashMap<>();
        read.forEach((name, value) -> headers.put((String) name, (String) value));
        return headers;
    }
}
