package outcry;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code market} and {@code group} deterministic: the same inputs give the same outputs on
 * every node, in every run (G1, M17).
 */
class DeterminismTest {
    private static final String[] CORES = {"outcry.market..", "outcry.group.."};

    /** Calls whose result depends on the clock, on chance, on the machine or on hash order. */
    private static final Set<String> BANNED_CALLS =
            Set.of(
                    "java.lang.System.nanoTime",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.identityHashCode",
                    "java.lang.System.getProperty",
                    "java.lang.System.getenv",
                    "java.lang.Math.random",
                    "java.util.UUID.randomUUID",
                    "java.util.Set.of",
                    "java.util.Set.copyOf",
                    "java.util.Map.of",
                    "java.util.Map.ofEntries",
                    "java.util.Map.copyOf",
                    "java.util.stream.Collectors.toSet",
                    "java.util.stream.Collectors.toMap",
                    "java.util.stream.Collectors.groupingBy",
                    "java.util.Collection.parallelStream");

    private static final Pattern BANNED_WORDS =
            Pattern.compile("\\b(float|double|Float|Double|synchronized|volatile)\\b");

    private static JavaClasses program;

    @BeforeAll
    static void importProgram() {
        program =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("outcry.market", "outcry.group");
    }

    @Test
    void noInputOutputNoThreadNoClock() {
        noClasses()
                .that(resideInAnyPackage(CORES))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "java.net..",
                                        "java.nio..",
                                        "java.io..",
                                        "java.time..",
                                        "java.security..",
                                        "java.util.concurrent..",
                                        "java.util.logging..",
                                        "org.tinylog..",
                                        "javafx..")
                                .and(notNamed("java.nio.charset", "java.io.Serializable")))
                .check(program);
        noClasses()
                .that(resideInAnyPackage(CORES))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(program);
    }

    @Test
    void noHashOrder() {
        noClasses()
                .that(resideInAnyPackage(CORES))
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe(
                                "a collection in hash order",
                                type ->
                                        type.isEquivalentTo(java.util.HashMap.class)
                                                || type.isEquivalentTo(java.util.HashSet.class)
                                                || type.isEquivalentTo(java.util.Hashtable.class)
                                                || type.isEquivalentTo(IdentityHashMap.class)
                                                || type.isEquivalentTo(WeakHashMap.class)))
                .check(program);
    }

    @Test
    void noBannedCall() {
        noClasses()
                .that(resideInAnyPackage(CORES))
                .should()
                .callCodeUnitWhere(
                        DescribedPredicate.describe(
                                "depends on more than its inputs", DeterminismTest::isBanned))
                .check(program);
    }

    @Test
    void noFloatingPointAndNoLockInTheSource() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : Sources.main()) {
            if (Sources.isIn(file, "market") || Sources.isIn(file, "group")) {
                BANNED_WORDS
                        .matcher(Sources.withoutComments(file))
                        .results()
                        .forEach(match -> found.add(file + ": " + match.group()));
            }
        }
        assertEquals(List.of(), found);
    }

    private static boolean isBanned(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean isUnseededRandom =
                (owner.equals("java.util.Random") || owner.equals("java.util.SplittableRandom"))
                        && call.getName().equals("<init>")
                        && call.getTarget().getRawParameterTypes().isEmpty();
        return isUnseededRandom || BANNED_CALLS.contains(owner + "." + call.getName());
    }

    private static DescribedPredicate<JavaClass> notNamed(String... prefixes) {
        return DescribedPredicate.describe(
                "are not harmless",
                type -> {
                    for (String prefix : prefixes) {
                        if (type.getName().startsWith(prefix)) {
                            return false;
                        }
                    }
                    return true;
                });
    }
}
