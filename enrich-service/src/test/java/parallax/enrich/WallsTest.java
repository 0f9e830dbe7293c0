package parallax.enrich;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class WallsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("parallax.enrich");

    @Test
    void the_domain_knows_no_framework() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..text..", "..normalize..", "..annotate..", "..interview..", "..story..", "..article..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.apache.kafka..", "java.sql..", "parallax.stream..", "..store..")
                .check(CLASSES);
    }

    @Test
    void only_intake_and_emit_know_kafka() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..intake..", "..emit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..", "org.springframework.cloud..")
                .check(CLASSES);
    }

    @Test
    void only_the_store_knows_sql() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                .check(CLASSES);
    }

    @Test
    void no_service_knows_another() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("parallax.ingest..", "parallax.publish..")
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("parallax.enrich.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
