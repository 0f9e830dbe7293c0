package parallax.ingest.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import parallax.ingest.IngestSettings;
import parallax.ingest.refusal.UnknownSource;

/** The sources, and when they are visited. */
@Component
public class Sources {

    private final SourceTable table;
    private final VisitPlan plan;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration warningsKept;

    Sources(SourceTable table, VisitPlan plan, TransactionTemplate transaction, Clock clock, IngestSettings settings) {
        this.warningsKept = settings.warningsKept();
        this.table = table;
        this.plan = plan;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The source, if it is set up. */
    public Optional<Source> find(String name) {
        return table.find(name);
    }

    Source get(String name) {
        return table.find(name).orElseThrow(() -> new UnknownSource(name));
    }

    List<Source> after(String name, int limit) {
        return table.after(name, limit);
    }

    SourceDetails details(String name) {
        return new SourceDetails(
                table.documents(name),
                table.visited(name),
                table.warnings(name, clock.instant().minus(warningsKept)));
    }

    /** Sets up a source, or changes it, and has it visited soon and told again what it says otherwise now; returns whether it is new. */
    boolean put(Source source) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Source> before = table.find(source.name());
            boolean moved = before.isPresent() && !Objects.equals(before.get().location(), source.location());
            boolean created = table.put(source, moved);
            if (moved) {
                table.forgetPlace(source.name());
            }
            plan.visit(source, clock.instant());
            // Who pushes may have done so before he was set up.
            if (before.map(known -> !known.policy().equals(source.policy())).orElse(source.kind() == SourceKind.PUSH)) {
                plan.retell(source, clock.instant().plus(Policies.REMEMBERED.multipliedBy(2)));
            }
            return created;
        }));
    }

    void delete(String name) {
        transaction.executeWithoutResult(status -> {
            plan.forget(get(name));
            table.delete(name);
        });
    }

    /** Has it visited as soon as may be. */
    public void visitNow(String name) {
        plan.visit(get(name), clock.instant());
    }

    /** Remembers what a visit has taught, unless the source was set up anew meanwhile. */
    public void learn(Source source, SourceState state) {
        table.learn(source, state);
    }

    /** Remembers what a visit at {@code at} found wrong with it, as does each visit until it is mended. */
    public void warn(String name, String code, String detail, int count, Instant at) {
        table.warn(name, code, detail, count, false, at);
    }

    /** Remembers what happened at {@code at}, for some days. */
    public void warnOnce(String name, String code, String detail, int count, Instant at) {
        table.warn(name, code, detail, count, true, at);
    }

    /** A visit at {@code at} has seen all there is: what it did not find wrong is mended. */
    public void settle(String name, Instant at) {
        table.settle(name, at, clock.instant().minus(warningsKept));
    }

    /** This is mended. */
    public void settle(String name, String code) {
        table.settle(name, code);
    }

    /** Visits it no more until somebody sets it up anew. */
    public void switchOff(String name, String note) {
        table.switchOff(name, note);
    }
}
