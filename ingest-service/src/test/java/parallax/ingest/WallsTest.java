package parallax.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class WallsTest {

    private final JavaClasses ingest = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("parallax.ingest");

    @Test
    void only_emit_knows_kafka() {
        noClasses()
                .that()
                .resideOutsideOfPackage("parallax.ingest.emit")
                .and()
                .doNotHaveFullyQualifiedName(IngestApplication.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("parallax.stream..", "org.apache.kafka..")
                .check(ingest);
    }

    @Test
    void only_tables_know_sql() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Table")
                .and()
                .doNotHaveSimpleName("SourceHealth")
                .and()
                .doNotHaveSimpleName("Timestamps")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
                .check(ingest);
    }

    @Test
    void feeds_are_read_without_frameworks_and_without_going_anywhere() {
        noClasses()
                .that()
                .resideInAnyPackage("parallax.ingest.feed", "parallax.ingest.revision")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "io.micrometer..", "parallax.egress..")
                .check(ingest);
    }

    @Test
    void identity_and_checks_are_free_of_frameworks() {
        noClasses()
                .that()
                .resideInAnyPackage("parallax.ingest.identity", "parallax.ingest.check", "parallax.ingest.refusal")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "tools.jackson..", "io.micrometer..")
                .check(ingest);
    }

    @Test
    void services_meet_only_at_kafka() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("parallax.enrich..", "parallax.publish..")
                .check(ingest);
    }
}
