package parallax.publish.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import parallax.events.ArticleEnriched;
import parallax.events.ArticleWithdrawn;
import parallax.events.Event;
import parallax.events.Rights;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;
import parallax.publish.Samples;

/** Everything that can happen to articles and stories, at random; each step gives the events that enrich would send of it. */
final class Newsroom {

    private final Random chance;
    private final String source;
    private final Map<String, Piece> pieces = new LinkedHashMap<>();
    private final Map<String, Story> stories = new LinkedHashMap<>();
    /** What a compacted topic keeps. */
    private final Map<String, Event> latest = new LinkedHashMap<>();

    private int count;

    Newsroom(Random chance, String source) {
        this.chance = chance;
        this.source = source;
    }

    /** What can happen. */
    enum Happening {
        FOUND,
        COVERED,
        TITLE_EDITED,
        SLUG_EDITED,
        HTTP_TO_HTTPS,
        HOST_MOVED,
        IMPORTED_AGAIN,
        LEAD_CHANGED,
        MERGED,
        SPLIT,
        WITHDRAWN
    }

    /** Something happens. */
    List<Event> step(Instant now) {
        if (pieces.isEmpty() || chance.nextInt(6) == 0) {
            return step(Happening.FOUND, now);
        }
        Happening[] all = Happening.values();
        return step(all[1 + chance.nextInt(all.length - 1)], now);
    }

    /** This happens, if it can. */
    List<Event> step(Happening what, Instant now) {
        List<Event> events = new ArrayList<>();
        switch (what) {
            case FOUND -> found(events, now);
            case COVERED -> cover(events, now);
            case TITLE_EDITED -> edit(events, now, piece -> piece.title = "Title " + chance.nextInt(1000));
            case SLUG_EDITED -> edit(events, now, piece -> piece.path = "/slug-" + chance.nextInt(1000));
            case HTTP_TO_HTTPS -> edit(events, now, piece -> piece.base = piece.base.replace("http:", "https:"));
            case HOST_MOVED ->
                edit(events, now, piece -> piece.base = "https://moved-" + chance.nextInt(10) + ".example");
            case IMPORTED_AGAIN -> edit(events, now, piece -> {});
            case LEAD_CHANGED ->
                edit(events, now, piece -> {
                    piece.machine = !piece.machine;
                    piece.draft &= chance.nextBoolean(); // released
                });
            case MERGED -> merge(events, now);
            case SPLIT -> split(events, now);
            case WITHDRAWN -> withdraw(events, now);
        }
        events.forEach(event -> latest.put(event.topic() + event.key(), event));
        Collections.shuffle(events, chance);
        return events;
    }

    /** What a rebuild finds in Kafka, in some order. */
    List<Event> kept() {
        List<Event> kept = new ArrayList<>(latest.values());
        Collections.shuffle(kept, chance);
        return kept;
    }

    private void found(List<Event> events, Instant now) {
        Piece piece = piece();
        Story story = new Story(source + "-s" + count++, now);
        stories.put(story.id, story);
        story.members.add(piece.id);
        events.add(piece.event(now));
        events.add(story.event(now));
    }

    private void cover(List<Event> events, Instant now) {
        if (!stories.isEmpty()) {
            Piece piece = piece();
            Story story = any(stories);
            story.members.add(piece.id);
            events.add(piece.event(now));
            events.add(story.event(now));
        }
    }

    private void edit(List<Event> events, Instant now, java.util.function.Consumer<Piece> change) {
        Piece piece = any(pieces);
        change.accept(piece);
        piece.revision++;
        events.add(piece.event(now));
        stories.values().stream()
                .filter(story -> story.members.contains(piece.id))
                .forEach(story -> events.add(story.event(now)));
    }

    private void merge(List<Event> events, Instant now) {
        if (stories.size() > 1) {
            List<Story> two = new ArrayList<>(stories.values());
            Collections.shuffle(two, chance);
            Story older = two.get(0).founded.isAfter(two.get(1).founded) ? two.get(1) : two.get(0);
            Story younger = older == two.get(0) ? two.get(1) : two.get(0);
            older.members.addAll(younger.members);
            stories.remove(younger.id);
            events.add(older.event(now));
            events.add(new StoryRemoved(younger.id, ++younger.version, older.id, now, now));
        }
    }

    private void split(List<Event> events, Instant now) {
        stories.values().stream()
                .filter(story -> story.members.size() > 1)
                .findFirst()
                .ifPresent(story -> {
                    Story off = new Story(source + "-s" + count++, now);
                    off.members.add(story.members.pollLast());
                    stories.put(off.id, off);
                    events.add(story.event(now));
                    events.add(off.event(now));
                });
    }

    private void withdraw(List<Event> events, Instant now) {
        if (pieces.size() < 3) {
            return;
        }
        Piece piece = any(pieces);
        pieces.remove(piece.id);
        events.add(new ArticleWithdrawn(piece.id, now));
        for (Story story : List.copyOf(stories.values())) {
            if (story.members.remove(piece.id)) {
                if (story.members.isEmpty()) {
                    stories.remove(story.id);
                    events.add(new StoryRemoved(story.id, ++story.version, null, now, now));
                } else {
                    events.add(story.event(now));
                }
            }
        }
    }

    private Piece piece() {
        Piece piece = new Piece(source + "-d" + count++);
        piece.draft = chance.nextInt(4) == 0;
        piece.machine = chance.nextInt(4) == 0;
        pieces.put(piece.id, piece);
        return piece;
    }

    private <T> T any(Map<String, T> map) {
        return new ArrayList<>(map.values()).get(chance.nextInt(map.size()));
    }

    private final class Piece {

        private final String id;
        private String title;
        private String base = "http://outlet.example";
        private String path;
        private boolean draft;
        private boolean machine;
        private int revision = 1;

        Piece(String id) {
            this.id = id;
            this.title = "Title of " + id;
            this.path = "/" + id;
        }

        ArticleEnriched event(Instant now) {
            ArticleEnriched plain = Samples.article(
                    id,
                    "r" + revision,
                    source,
                    title,
                    "Body of " + title,
                    draft,
                    "article",
                    machine ? List.of("machine-summary") : List.of(),
                    Rights.FULL,
                    now);
            return Samples.at(plain, base + path);
        }
    }

    private final class Story {

        private final String id;
        private final Instant founded;
        private final TreeSet<String> members = new TreeSet<>();
        private long version;

        Story(String id, Instant founded) {
            this.id = id;
            this.founded = founded;
        }

        StoryChanged event(Instant now) {
            List<StoryChanged.Member> named = members.stream()
                    .map(member -> new StoryChanged.Member(member, "r" + pieces.get(member).revision, null))
                    .toList();
            return new StoryChanged(
                    id, ++version, Samples.INTERVIEW, named, List.of(), List.of(), null, founded, now, now);
        }
    }
}
