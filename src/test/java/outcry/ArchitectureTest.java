package outcry;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the arrows between packages as the README draws them. */
class ArchitectureTest {

    /** Each package, and those it may import; {@code Main} alone may know everything. */
    private static final Map<String, List<String>> MAY_IMPORT =
            Map.ofEntries(
                    Map.entry("base", List.of()),
                    Map.entry("market", List.of("base")),
                    Map.entry("group", List.of("base")),
                    Map.entry("journal", List.of("base")),
                    Map.entry("wire", List.of("base", "market", "group")),
                    Map.entry("gateway", List.of("base", "market", "wire")),
                    Map.entry(
                            "node",
                            List.of("base", "market", "group", "journal", "wire", "gateway")),
                    Map.entry("client", List.of("base", "market", "group", "wire")),
                    Map.entry("bots", List.of("base", "market", "wire", "client")),
                    Map.entry(
                            "simulation",
                            List.of("base", "market", "group", "journal", "wire", "node.log")),
                    Map.entry(
                            "cli",
                            List.of(
                                    "base",
                                    "market",
                                    "group",
                                    "wire",
                                    "node",
                                    "client",
                                    "bots",
                                    "simulation")),
                    Map.entry(
                            "desktop",
                            List.of("base", "market", "group", "wire", "node", "client")));

    /** These see the group's values (messages, statuses, observations), never its machinery. */
    private static final String[] ONLY_GROUP_VALUES = {
        "outcry.client..", "outcry.bots..", "outcry.cli..", "outcry.desktop.."
    };

    private static JavaClasses program;

    @BeforeAll
    static void importProgram() {
        program =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("outcry");
    }

    @TestFactory
    Stream<DynamicTest> importsOnlyWhatItMay() {
        return MAY_IMPORT.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> checkImportsOf(name)));
    }

    @Test
    void everyPackageIsOnTheMap() {
        Set<String> unknown =
                program.stream()
                        .map(ArchitectureTest::topPackage)
                        .filter(name -> !name.isEmpty() && !MAY_IMPORT.containsKey(name))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown);
    }

    @Test
    void onlyWhoRunsTheGroupKnowsItsMachinery() {
        DescribedPredicate<JavaClass> machinery =
                resideInAPackage("outcry.group.*..")
                        .or(classNamed("outcry.group.GroupMember"))
                        .or(classNamed("outcry.group.Effect"))
                        .as("the group's machinery");
        noClasses()
                .that(resideInAnyPackage(ONLY_GROUP_VALUES))
                .should()
                .dependOnClassesThat(machinery)
                .check(program);
    }

    @Test
    void windowsTouchNoSocket() {
        DescribedPredicate<JavaClass> network =
                resideInAnyPackage("java.net..", "java.nio.channels..")
                        .and(DescribedPredicate.not(classNamed("java.net.URL")))
                        .and(DescribedPredicate.not(classNamed("java.net.URI")))
                        .as("the network");
        noClasses()
                .that()
                .resideInAPackage("outcry.desktop..")
                .should()
                .dependOnClassesThat(network)
                .check(program);
    }

    @Test
    void javaFxIsKnownToTheDesktopOnly() {
        noClasses()
                .that(resideOutsideOfPackages("outcry.desktop.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp.."))
                .check(program);
    }

    private static void checkImportsOf(String name) {
        String[] allowed =
                Stream.concat(MAY_IMPORT.get(name).stream(), Stream.of(name))
                        .map(other -> "outcry." + other + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("outcry." + name + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("outcry..").and(resideOutsideOfPackages(allowed)))
                .allowEmptyShould(true)
                .check(program);
    }

    private static DescribedPredicate<JavaClass> classNamed(String name) {
        return DescribedPredicate.describe(
                name, type -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    private static String topPackage(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 1 ? parts[1] : "";
    }
}
