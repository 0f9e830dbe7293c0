package parallax.ingest.folder;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.feed.Warning;
import parallax.ingest.refusal.Malformed;
import parallax.ingest.refusal.TryLater;
import parallax.ingest.source.FolderRoots;
import parallax.ingest.source.Source;
import parallax.ingest.source.SourceState;
import parallax.ingest.source.Sources;

/** Looks at a watched folder, takes what is new, withdraws what has gone, and says when to look again. */
@Component
public class FolderVisitor {

    private static final Duration SOON = Duration.ofSeconds(1);

    /** A look takes at most a twentieth of the time, however large the folder. */
    private static final int REST = 20;

    private static final int NAMED = 5;

    private final Sources sources;
    private final FolderRoots roots;
    private final FileTable table;
    private final FileIntake intake;
    private final Departures departures;
    private final Clock clock;
    private final IngestSettings.Folders settings;

    FolderVisitor(
            Sources sources,
            FolderRoots roots,
            FileTable table,
            FileIntake intake,
            Departures departures,
            Clock clock,
            IngestSettings settings) {
        this.sources = sources;
        this.roots = roots;
        this.table = table;
        this.intake = intake;
        this.departures = departures;
        this.clock = clock;
        this.settings = settings.folders();
    }

    /**
     * What came of a look.
     *
     * @param next when to look again
     * @param outcome as visits to feeds are counted
     */
    public record Look(Instant next, String outcome) {}

    /** Looks at the folder of {@code source}, which nobody else does at this time. */
    public Look visit(Source source) {
        Instant at = clock.instant();
        Path folder;
        try {
            folder = roots.require(source.location() == null ? "" : source.location());
        } catch (Malformed e) {
            return failed(source, at, e.detail());
        }
        try {
            Listing listing = Listing.of(folder, settings.maxFiles(), settings.maxDepth());
            Map<String, KnownFile> known = table.all(source.name());
            Duration rest = Duration.between(at, clock.instant()).multipliedBy(REST);
            FileIntake.Taken taken = intake.take(source, listing, known, at);
            Departures.Left left = departures.see(source, listing, known, at);
            warn(source, listing, known, left.warning(), at);
            sources.settle(source.name(), at);
            return succeeded(source, at, rest, listing, taken, left.withdrawn());
        } catch (TryLater e) {
            return new Look(clock.instant().plus(TryLater.RETRY_AFTER), "not-recorded");
        }
    }

    private Look succeeded(
            Source source, Instant at, Duration rest, Listing listing, FileIntake.Taken taken, int withdrawn) {
        Duration pause = rest.compareTo(settings.pause()) > 0 ? rest : settings.pause();
        Instant next = clock.instant().plus(taken.waiting() > 0 ? SOON : pause);
        boolean news = taken.accepted() + taken.moved() + withdrawn > 0;
        String before = source.state().outcome();
        String outcome = news || before == null || source.state().failures() > 0
                ? taken.accepted() + " new or changed, " + taken.moved() + " renamed, " + withdrawn + " withdrawn of "
                        + listing.files().size() + " files."
                : before; // what happened last is worth more than that nothing has since
        sources.learn(source, state(source, at, at, next, 0, outcome, pause));
        return new Look(next, news ? "news" : "nothing-new");
    }

    private Look failed(Source source, Instant at, String why) {
        int failures = source.state().failures() + 1;
        Duration pause = settings.pause().multipliedBy(Math.min(12, failures));
        Instant next = at.plus(pause);
        sources.learn(source, state(source, at, source.state().succeededAt(), next, failures, why, pause));
        sources.warn(source.name(), "visit-failed", why, 1, at);
        return new Look(next, "failed");
    }

    private static SourceState state(
            Source source,
            Instant at,
            @Nullable Instant succeededAt,
            Instant next,
            int failures,
            String outcome,
            Duration pause) {
        return new SourceState(
                null,
                null,
                null,
                null,
                pause,
                failures,
                at,
                succeededAt,
                next,
                outcome,
                source.state().title(),
                "folder");
    }

    private void warn(
            Source source, Listing listing, Map<String, KnownFile> known, @Nullable Warning mass, Instant at) {
        List<Warning> warnings = new ArrayList<>(listing.warnings());
        known.values().stream()
                .filter(file -> file.problem() != null && file.missingSince() == null)
                .sorted(Comparator.comparing(KnownFile::path))
                .forEach(file -> warnings.add(new Warning("file-refused", file.path() + ": " + file.problem(), 1)));
        if (mass != null) {
            warnings.add(mass);
        }
        warnings.stream()
                .collect(Collectors.groupingBy(Warning::code))
                .forEach((code, all) -> sources.warn(source.name(), code, details(all), all.size(), at));
    }

    private static String details(List<Warning> all) {
        String first =
                String.join("\n", all.stream().limit(NAMED).map(Warning::detail).toList());
        return all.size() <= NAMED ? first : first + "\n… and " + (all.size() - NAMED) + " more.";
    }
}
