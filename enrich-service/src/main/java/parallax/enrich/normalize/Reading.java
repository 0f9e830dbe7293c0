package parallax.enrich.normalize;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import parallax.enrich.text.TracedText;
import parallax.events.ArticleEnriched.Embed;

/** A document on its way to an article: what is left of its text, and what was learned from what was cut away. */
record Reading(TracedText text, Metadata metadata, Set<String> labels, List<Embed> embeds) {

    static final String MACHINE_SUMMARY = "machine-summary";
    static final String ASR_TRANSCRIPT = "asr-transcript";

    static Reading of(TracedText text) {
        return new Reading(text, Metadata.NONE, Set.of(), List.of());
    }

    Reading withText(TracedText left) {
        return new Reading(left, metadata, labels, embeds);
    }

    Reading with(Field field, TracedText value) {
        return new Reading(text, metadata.with(field, value), labels, embeds);
    }

    Reading withLabel(String label) {
        Set<String> more = new TreeSet<>(labels);
        more.add(label);
        return new Reading(text, metadata, more, embeds);
    }

    Reading withEmbed(Embed embed) {
        return embeds.contains(embed)
                ? this
                : new Reading(
                        text,
                        metadata,
                        labels,
                        Stream.concat(embeds.stream(), Stream.of(embed)).toList());
    }
}
