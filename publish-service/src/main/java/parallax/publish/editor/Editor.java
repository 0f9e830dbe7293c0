package parallax.publish.editor;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import parallax.events.EditorDecided;
import parallax.publish.decision.Decisions;
import parallax.publish.problem.PublishException;
import parallax.publish.projection.DecisionBook;
import parallax.publish.projection.StoryProjection;
import parallax.stream.EventSender;
import parallax.stream.NotAcknowledgedException;
import parallax.stream.Outgoing;

/**
 * Takes decisions, one at a time: checks, has Kafka acknowledge, then obeys, all before it answers. Should it die between the two,
 * the decision comes back by the stream.
 */
@Component
class Editor {

    private final Decisions decisions;
    private final DecisionBook book;
    private final StoryProjection projection;
    private final EventSender sender;
    private final TransactionTemplate transactions;
    private final MeterRegistry meters;
    private final Clock clock;

    Editor(
            Decisions decisions,
            DecisionBook book,
            StoryProjection projection,
            EventSender sender,
            TransactionTemplate transactions,
            MeterRegistry meters,
            Clock clock) {
        this.decisions = decisions;
        this.book = book;
        this.projection = projection;
        this.sender = sender;
        this.transactions = transactions;
        this.meters = meters;
        this.clock = clock;
        for (EditorDecided.Verdict verdict : EditorDecided.Verdict.values()) {
            for (String outcome : List.of("decided", "repeated", "conflict", "refused", "failed")) {
                count(verdict, outcome, 0);
            }
        }
        meters.gauge("parallax.articles.held", decisions, Decisions::countHeld);
    }

    /**
     * Has a decision made.
     *
     * @param plan works out what is to be decided; what it finds cannot change before that is done
     * @throws PublishException if the plan finds that it cannot be, or Kafka does not take it
     */
    Answer decide(EditorDecided.Verdict verdict, @Nullable String traceparent, Supplier<Plan> plan) {
        book.open();
        try {
            Answer answer = Objects.requireNonNull(transactions.execute(status -> {
                decisions.lock();
                return carryOut(plan.get(), traceparent);
            }));
            count(verdict, answer.changed() ? "decided" : "repeated", 1);
            return answer;
        } catch (NotAcknowledgedException e) {
            count(verdict, "failed", 1);
            throw new PublishException.Unavailable(
                    "not-acknowledged",
                    "Kafka did not take the decision, so it is not made. Ask again: to ask twice does no harm.",
                    e);
        } catch (PublishException.Contradiction e) {
            count(verdict, "conflict", 1);
            throw e;
        } catch (PublishException e) {
            count(verdict, "refused", 1);
            throw e;
        } catch (RuntimeException e) {
            count(verdict, "failed", 1);
            throw e;
        }
    }

    private Answer carryOut(Plan plan, @Nullable String traceparent) {
        if (plan instanceof Plan.Nothing nothing) {
            return new Answer(
                    nothing.standing() == null ? null : Said.of(nothing.standing()),
                    false,
                    List.of(nothing.because()),
                    List.of());
        }
        Plan.Decide decide = (Plan.Decide) plan;
        EditorDecided decision = decide.decision();
        sender.send(List.of(Outgoing.of(decision, "publish", decision.decidedAt(), traceparent)));
        projection.apply(List.of(decision));
        return new Answer(Said.of(decision), true, decide.effects(), decide.notTakenBack());
    }

    /**
     * A decision as it is to be kept.
     *
     * @param storyId the story that was looked at
     * @param others what the documents are told together with or apart from
     */
    EditorDecided decision(
            EditorDecided.Verdict verdict,
            Request request,
            @Nullable String storyId,
            List<String> documents,
            List<String> others) {
        return new EditorDecided(
                "dec_" + UUID.randomUUID(),
                now(),
                request.who(),
                verdict,
                storyId,
                documents,
                others,
                request.reason());
    }

    /** Now, and after every decision there is: of two about one thing the later holds, whatever the clocks of instances say. */
    private Instant now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant next = decisions.latest().plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
        return now.isAfter(next) ? now : next;
    }

    private void count(EditorDecided.Verdict verdict, String outcome, int by) {
        meters.counter("parallax.decisions", "decision", Said.word(verdict), "outcome", outcome)
                .increment(by);
    }

    /** What a request comes to. */
    sealed interface Plan {

        /** It is so already. */
        record Nothing(@Nullable EditorDecided standing, String because) implements Plan {}

        /** To be decided. */
        record Decide(EditorDecided decision, List<String> effects, List<String> notTakenBack) implements Plan {}
    }
}
