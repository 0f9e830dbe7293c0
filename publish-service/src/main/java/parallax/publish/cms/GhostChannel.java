package parallax.publish.cms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.publish.delivery.Channel;
import parallax.publish.delivery.Outcome;
import parallax.publish.delivery.Parcel;
import tools.jackson.databind.JsonNode;

/**
 * Posts in a Ghost, one a story, known again by a comment in the post's own footer code. What a person changed stays: title, text
 * and excerpt, each as it is, tags he took off are not given again, and status, date, slug, authors and images are never ours to change.
 */
@Component
class GhostChannel implements Channel {

    static final String KIND = "ghost";

    /** So often a post is read again because somebody saved it in between. */
    private static final int COLLISIONS = 3;

    private final CmsSite site;

    GhostChannel(CmsSite site) {
        this.site = site;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String family() {
        return "cms";
    }

    @Override
    public Outcome deliver(Parcel parcel) {
        GhostConfig config = site.json().readValue(parcel.channel().config(), GhostConfig.class);
        GhostApi api = new GhostApi(site, config);
        try {
            for (int attempt = 0; attempt < COLLISIONS; attempt++) {
                Optional<Outcome> outcome = attempt(api, config, parcel);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            }
            return new Outcome.Retry("Ghost: somebody is editing the post just now", null);
        } catch (CmsException e) {
            return e.outcome();
        }
    }

    /** Empty if somebody saved the post between our reading and our writing it. */
    private Optional<Outcome> attempt(GhostApi api, GhostConfig config, Parcel parcel) throws CmsException {
        GhostFound there = find(api, parcel);
        if (parcel.story() == null) {
            return there == null
                    ? Optional.of(new Outcome.Delivered("no such post", null, null))
                    : remove(api, there, parcel);
        }
        GhostPost post = GhostPost.of(parcel.story(), site.settings().terms(), site.json());
        if (there != null) {
            return update(api, there, post, parcel);
        }
        return Optional.of(
                parcel.artifact() == null
                        ? create(api, post, config, parcel)
                        : new Outcome.Conflict(
                                "post " + parcel.artifact() + " was deleted by a person: not written again"));
    }

    /** By what we remember, else by our mark, else by the slug that we gave it. */
    private @Nullable GhostFound find(GhostApi api, Parcel parcel) throws CmsException {
        String word = Mark.word(parcel.storyId());
        List<String> filters = new ArrayList<>();
        if (parcel.artifact() != null) {
            filters.add("id:" + GhostApi.quoted(parcel.artifact()));
        }
        filters.add("codeinjection_foot:~" + GhostApi.quoted("parallax id=" + word + " "));
        filters.add("slug:" + GhostApi.quoted(Mark.slug(word)));
        for (String filter : filters) {
            for (JsonNode post : api.posts(filter)) {
                GhostFound found = GhostFound.of(post, site.json());
                if (found.id().equals(parcel.artifact())
                        || found.words().isMarked(word)
                        || found.slug().equals(Mark.slug(word))) {
                    return found;
                }
            }
        }
        return null;
    }

    private Outcome create(GhostApi api, GhostPost post, GhostConfig config, Parcel parcel) throws CmsException {
        TreeSet<String> given = new TreeSet<>();
        List<Map<String, String>> tags = new ArrayList<>();
        addTags(api, post, given, tags);
        Map<String, Object> body = new LinkedHashMap<>(post.text(Seals.Ours.ALL));
        body.put("slug", Mark.slug(Mark.word(parcel.storyId())));
        body.put("tags", tags);
        if (post.canonical() != null) {
            body.put("canonical_url", post.canonical());
            given.add(url(post.canonical()));
        }
        if (config.delay() == null) {
            body.put("status", config.status().equals("publish") ? "published" : "draft");
        } else {
            body.put("status", "scheduled");
            body.put("published_at", site.clock().instant().plus(config.delay()).toString());
        }
        body.put(
                "codeinjection_foot",
                mark(post, Seals.Ours.ALL, parcel, given).appendedTo("").strip());
        JsonNode made = api.create(body);
        return delivered("created", Seals.Ours.ALL, GhostFound.of(made, site.json()));
    }

    private Optional<Outcome> update(GhostApi api, GhostFound there, GhostPost post, Parcel parcel)
            throws CmsException {
        Seals.Ours ours = there.words().ours(parcel);
        if (!ours.content()) {
            return Optional.of(new Outcome.Conflict("post " + there.id()
                    + " was changed by a person: left as it is, without what is new of its story"));
        }
        TreeSet<String> given = there.words().given();
        List<Map<String, String>> tags = there.tags();
        addTags(api, post, given, tags);
        Map<String, Object> body = new LinkedHashMap<>(post.text(ours));
        body.put("tags", tags);
        boolean ourUrl = there.canonical() == null || given.contains(url(there.canonical()));
        if (post.canonical() != null && ourUrl) {
            body.put("canonical_url", post.canonical());
            given.add(url(post.canonical()));
        }
        String takenDown = there.takenDownFrom();
        if (takenDown != null) {
            given.remove("s:" + takenDown);
            if (there.status().equals("draft")) { // else a person has put it up again himself
                body.put("status", takenDown.equals("scheduled") ? "published" : takenDown);
            }
        }
        body.put("codeinjection_foot", there.footWith(mark(post, ours, parcel, given)));
        body.put("updated_at", there.updatedAt());
        return api.update(there.id(), body).map(made -> delivered("updated", ours, GhostFound.of(made, site.json())));
    }

    /** Unpublished, not deleted: a person can still find it, and a release brings it back with its comments. */
    private Optional<Outcome> remove(GhostApi api, GhostFound there, Parcel parcel) throws CmsException {
        if (there.takenDownFrom() != null && there.status().equals("draft")) {
            return Optional.of(new Outcome.Delivered("post " + there.id() + " is unpublished", null, null));
        }
        Seals.Ours ours = there.words().ours(parcel);
        if (!ours.content()) {
            return Optional.of(new Outcome.Conflict("post " + there.id() + " was changed by a person: not taken down"));
        }
        Standing was = there.words();
        TreeSet<String> given = was.given();
        given.add("s:" + there.status());
        Mark mark = Mark.of(parcel.storyId(), given, was.seals().of(ours));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "draft");
        body.put("codeinjection_foot", there.footWith(mark));
        body.put("updated_at", there.updatedAt());
        return api.update(there.id(), body)
                .map(made -> new Outcome.Delivered("post " + there.id() + " is unpublished", null, null));
    }

    /** Ours that the post was never given; those that exist by their ids. */
    private static void addTags(GhostApi api, GhostPost post, Set<String> given, List<Map<String, String>> tags)
            throws CmsException {
        for (String name : post.tags()) {
            if (given.add("t:" + Seal.hash(name.toLowerCase(Locale.ROOT)).substring(0, 12))) {
                Map<String, String> tag =
                        api.tag(name).map(id -> Map.of("id", id)).orElse(Map.of("name", name));
                if (!tags.contains(tag)) {
                    tags.add(tag);
                }
            }
        }
    }

    private Mark mark(GhostPost post, Seals.Ours ours, Parcel parcel, Set<String> given) {
        String excerpt = post.excerpt() == null ? "" : post.excerpt();
        Seals seals = Seals.of(post.title(), excerpt, GhostFound.plain(post.lexical(), site.json()));
        return Mark.of(parcel.storyId(), given, seals.of(ours));
    }

    private static Outcome delivered(String what, Seals.Ours ours, GhostFound post) {
        return new Outcome.Delivered(
                "post " + post.id() + " " + what + ours.said(),
                post.id(),
                post.words().seals().of(ours).toString());
    }

    private static String url(String canonical) {
        return "u:" + Seal.hash(canonical).substring(0, 12);
    }
}
