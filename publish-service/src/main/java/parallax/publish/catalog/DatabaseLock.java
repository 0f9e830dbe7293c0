package parallax.publish.catalog;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What one transaction at a time does, on whichever instance. A lock is held until the transaction ends. */
public enum DatabaseLock {
    /** Projections share it, a registration has it alone: a story that changes meanwhile is either in the backfill or queued. */
    CHANNELS(0x50_41_00),
    /** By stripes of document ids. */
    DOCUMENTS(0x50_41_01),
    /** By stripes of story ids. */
    STORIES(0x50_41_02),
    /** Who has it gives feed items their places. */
    ISSUE(0x50_41_03),
    /** What was checked still holds when the decision is written. */
    DECISIONS(0x50_41_04),
    /** The last record of a channel on Kafka is what was committed last. */
    REGISTER(0x50_41_05),
    /** Subscriptions are counted before one more is taken. */
    HUB(0x50_41_06);

    private final int key;

    DatabaseLock(int key) {
        this.key = key;
    }

    /** The first of PostgreSQL's two keys; instances of different releases have it in common. */
    public int key() {
        return key;
    }

    /** Waits until nobody else has it. */
    public void take(JdbcClient jdbc) {
        call("pg_advisory_xact_lock", jdbc);
    }

    /** Waits until nobody has it alone. */
    public void share(JdbcClient jdbc) {
        call("pg_advisory_xact_lock_shared", jdbc);
    }

    /** Whether nobody else has it, and we do now. */
    public boolean tryTake(JdbcClient jdbc) {
        return jdbc.sql("select pg_try_advisory_xact_lock(:key, 0)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    private void call(String function, JdbcClient jdbc) {
        jdbc.sql("select 1 from (select " + function + "(:key, 0)) held")
                .param("key", key)
                .query(Integer.class)
                .single();
    }
}
