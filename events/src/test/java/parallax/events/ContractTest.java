package parallax.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ContractTest {

    @Test
    void the_contract_depends_on_nothing() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "parallax.events", "org.jspecify..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("parallax.events"));
    }

    @Test
    void every_type_has_a_schema() {
        assertThat(Event.TYPES.keySet())
                .allSatisfy(type -> assertThat(Event.class.getResource("schemas/" + type + ".json"))
                        .as(type)
                        .isNotNull());
    }
}
