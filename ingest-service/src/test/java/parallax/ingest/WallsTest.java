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
    void only_emit_knows_kafka_and_sql() {
        noClasses()
                .that()
                .resideOutsideOfPackage("parallax.ingest.emit")
                .and()
                .doNotHaveFullyQualifiedName(IngestApplication.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "parallax.stream..", "org.apache.kafka..", "org.springframework.jdbc..", "java.sql..")
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
