package parallax.publish.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parallax.publish.delivery.EventType;
import parallax.publish.delivery.Parcel;
import parallax.publish.problem.PublishException;
import parallax.publish.story.Facets;

/**
 * What an endpoint wants to hear of: one of the values of each kind that is named. Who was given a story goes on hearing of it,
 * also when it no longer fits, for he could not know otherwise.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record WebhookFilter(
        @Nullable List<String> types,
        @Nullable List<String> topics,
        @Nullable List<String> entities,
        @Nullable List<String> languages) {

    static final WebhookFilter ALL = new WebhookFilter(null, null, null, null);

    WebhookFilter {
        refuseBlank("types", types);
        refuseBlank("topics", topics);
        refuseBlank("entities", entities);
        refuseBlank("languages", languages);
        List<String> known =
                Arrays.stream(EventType.values()).map(EventType::toString).toList();
        if (types != null && !known.containsAll(types)) {
            throw new PublishException.BadInput(
                    "bad-filter", "Bad filter", "\"types\" may hold " + String.join(", ", known) + ".", null);
        }
    }

    private static void refuseBlank(String field, @Nullable List<String> values) {
        if (values != null && values.stream().anyMatch(value -> value == null || value.isBlank())) {
            throw new PublishException.BadInput(
                    "bad-filter", "Bad filter", "\"" + field + "\" holds an empty word: leave it out.", null);
        }
    }

    /** Why the endpoint does not want it, whatever the story; empty if it does. */
    Optional<String> refusesType(EventType type) {
        return types == null || types.isEmpty() || types.contains(type.toString())
                ? Optional.empty()
                : Optional.of("the endpoint does not want " + type);
    }

    /** Why the endpoint does not want the story; empty if it does, or has it already. */
    Optional<String> refusesStory(Parcel parcel) {
        if (parcel.type() != EventType.CREATED || parcel.story() == null) {
            return Optional.empty();
        }
        Set<String> facets = Set.copyOf(Facets.of(parcel.story().articles()));
        return refuses("topic", "topics", topics, facets)
                .or(() -> refuses("entity", "entities", entities, facets))
                .or(() -> refuses("lang", "languages", languages, facets));
    }

    private static Optional<String> refuses(
            String kind, String field, @Nullable List<String> wanted, Set<String> facets) {
        return wanted == null
                        || wanted.isEmpty()
                        || wanted.stream().anyMatch(value -> facets.contains(Facets.facet(kind, value)))
                ? Optional.empty()
                : Optional.of("the story has none of the endpoint's " + field + ": " + String.join(", ", wanted));
    }
}
