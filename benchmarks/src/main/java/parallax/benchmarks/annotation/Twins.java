package parallax.benchmarks.annotation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parallax.enrich.annotate.EntityLinker;
import parallax.enrich.annotate.TopicTagger;
import parallax.enrich.normalize.Article;
import parallax.events.ArticleEnriched.Entity;
import parallax.events.ArticleEnriched.Topic;

/** Whether one text in two scripts is annotated alike. */
final class Twins {

    private final EntityLinker entities;
    private final TopicTagger topics;

    Twins(EntityLinker entities, TopicTagger topics) {
        this.entities = entities;
        this.topics = topics;
    }

    /** Compares the files of the first folder in {@code twins}, by name, with those of the same name in the others. */
    String compare(Path twins) {
        List<Path> folders = folders(twins);
        Map<String, Article> originals = Texts.in(folders.get(0));
        int sameEntities = 0;
        int sameTopics = 0;
        List<String> unlike = new ArrayList<>();
        int pairs = 0;
        for (Path folder : folders.subList(1, folders.size())) {
            for (Map.Entry<String, Article> twin : Texts.in(folder).entrySet()) {
                Article original = originals.get(twin.getKey());
                if (original != null) {
                    pairs++;
                    boolean entitiesAlike = entityIds(original).equals(entityIds(twin.getValue()));
                    boolean topicsAlike = topicIds(original).equals(topicIds(twin.getValue()));
                    sameEntities += entitiesAlike ? 1 : 0;
                    sameTopics += topicsAlike ? 1 : 0;
                    if (!entitiesAlike || !topicsAlike) {
                        unlike.add(folder.getFileName() + "/" + twin.getKey());
                    }
                }
            }
        }
        return "%nconversions into the other script: %d; same entities %d, same topics %d%s"
                .formatted(pairs, sameEntities, sameTopics, unlike.isEmpty() ? "" : "\n  unlike: " + unlike);
    }

    private List<String> entityIds(Article article) {
        return entities.link(article).stream().map(Entity::id).toList();
    }

    private List<String> topicIds(Article article) {
        return topics.tag(article).stream().map(Topic::id).toList();
    }

    private static List<Path> folders(Path twins) {
        try (Stream<Path> folders = Files.list(twins)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + twins, e);
        }
    }
}
