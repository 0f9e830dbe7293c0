package parallax.publish.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to one of our feeds.
 *
 * @param asked {@code subscribe} or {@code unsubscribe} while that is to be confirmed
 * @param askedLease seconds
 * @param failures in a row
 */
record Subscription(
        String id,
        String topic,
        String callback,
        @Nullable String secret,
        boolean active,
        @Nullable Instant leaseUntil,
        @Nullable String asked,
        long askedLease,
        @Nullable Instant dueAt,
        @Nullable String deliveredTag,
        int failures) {

    /** From columns in the order of the components; the lease that is asked for in seconds. */
    static Subscription of(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                instant(row.getTimestamp(6)),
                row.getString(7),
                row.getLong(8),
                instant(row.getTimestamp(9)),
                row.getString(10),
                row.getInt(11));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    @Override
    public String toString() {
        return "Subscription[" + id + "]"; // it may hold a secret
    }
}
