package parallax.enrich.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parallax.enrich.text.Table;

/** What ships with the release holds together. */
class TablesTest {

    private static final Set<String> TYPES = Set.of("person", "organisation", "product", "work", "place", "show");

    private final List<String[]> gazetteer = Table.rows("gazetteer.tsv", 8);
    private final List<String[]> topics = Table.rows("topics.tsv", 7);

    @Test
    void every_entity_has_an_id_a_type_and_a_name_in_three_scripts() {
        assertThat(gazetteer).hasSizeGreaterThan(300).allSatisfy(row -> {
            assertThat(row[0]).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(TYPES).contains(row[1]);
            assertThat(row[2]).matches("(Q[1-9]\\d*)?");
            assertThat(List.of(row[3], row[4], row[5])).as(row[0]).noneMatch(String::isBlank);
        });
        assertThat(gazetteer).extracting(row -> row[0]).doesNotHaveDuplicates();
        assertThat(gazetteer)
                .extracting(row -> row[2])
                .filteredOn(id -> !id.isEmpty())
                .doesNotHaveDuplicates();
    }

    @Test
    void every_host_is_a_person_of_the_gazetteer() {
        Set<String> people = gazetteer.stream()
                .filter(row -> row[1].equals("person"))
                .map(row -> row[0])
                .collect(Collectors.toSet());
        assertThat(gazetteer).allSatisfy(row -> assertThat(people).as(row[0]).containsAll(Table.list(row[7])));
    }

    @Test
    void the_vocabulary_has_at_least_eighty_topics_labelled_in_three_scripts() {
        Set<String> ids = topics.stream().map(row -> row[0]).collect(Collectors.toSet());
        assertThat(ids).hasSameSizeAs(topics).hasSizeGreaterThanOrEqualTo(80);
        assertThat(topics).allSatisfy(row -> {
            assertThat(row[1]).matches("(\\d{8})?");
            assertThat(List.of(row[2], row[3], row[4], row[5])).as(row[0]).noneMatch(String::isBlank);
            assertThat(ids).as(row[0]).containsAll(Table.list(row[6]));
        });
    }
}
