package parallax.publish.issue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import parallax.events.FeedIssued;
import parallax.events.Topics;
import parallax.stream.EventSender;
import parallax.stream.Incoming;
import parallax.stream.Outgoing;
import parallax.stream.TopicReader;

/** Places and dates on Kafka, from where a database that was lost gets them back. */
@Component
class IssueLog {

    private final EventSender sender;
    private final TopicReader topics;
    private final IssueRows rows;
    private final TransactionOperations transactions;

    IssueLog(EventSender sender, TopicReader topics, IssueRows rows, TransactionOperations transactions) {
        this.sender = sender;
        this.topics = topics;
        this.rows = rows;
        this.transactions = transactions;
    }

    /** Takes in what the log holds and the database does not. */
    void catchUp() {
        Map<Integer, Long> next = topics.read(
                Topics.FEEDS,
                rows.positions(),
                page -> transactions.executeWithoutResult(status -> byFeed(page).forEach(rows::put)));
        transactions.executeWithoutResult(status -> rows.positions(next));
    }

    /** Returns once Kafka has acknowledged. */
    void append(List<FeedIssued> issues) {
        sender.send(issues.stream()
                .map(issue -> Outgoing.of(issue, "publish", issue.issuedAt(), null))
                .toList());
    }

    private static Map<String, List<FeedIssued>> byFeed(List<Incoming> page) {
        // Of one place, the last word: the same key lies in the same partition, so it comes last here too.
        Map<String, FeedIssued> byPlace = new LinkedHashMap<>();
        for (Incoming record : page) {
            if (record.readable().orElse(null) instanceof FeedIssued issue) {
                byPlace.put(issue.key(), issue);
            }
        }
        Map<String, List<FeedIssued>> byFeed = new LinkedHashMap<>();
        byPlace.values().forEach(issue -> byFeed.computeIfAbsent(issue.feed(), feed -> new ArrayList<>())
                .add(issue));
        return byFeed;
    }
}
