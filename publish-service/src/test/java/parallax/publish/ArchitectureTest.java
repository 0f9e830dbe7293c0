package parallax.publish;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls of the house. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("parallax.publish");

    @Test
    void only_projection_issue_and_editor_know_kafka() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "parallax.publish.projection",
                        "parallax.publish.issue",
                        "parallax.publish.editor",
                        "parallax.publish.register",
                        "parallax.publish")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "parallax.stream..",
                        "org.apache.kafka..",
                        "org.springframework.kafka..",
                        "org.springframework.cloud..")
                .check(CLASSES);
    }

    @Test
    void what_a_story_is_and_what_a_feed_is_need_no_framework() {
        noClasses()
                .that()
                .resideInAPackage("parallax.publish.story")
                .or()
                .haveNameMatching(
                        "parallax\\.publish\\.(feed\\.(Feed|Item|Items|ItemHtml|SafeHtml)|cms\\.Post|webhook\\.Signature)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "org.apache..")
                .check(CLASSES);
    }

    @Test
    void services_never_import_each_other() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("parallax.ingest..", "parallax.enrich..")
                .check(CLASSES);
    }

    @Test
    void channels_and_outputs_do_not_know_each_other() {
        for (String output : new String[] {"feed", "webhook", "cms", "desk", "api", "editor"}) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("parallax.publish." + output)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("parallax.publish." + output)
                    .check(CLASSES);
        }
    }
}
