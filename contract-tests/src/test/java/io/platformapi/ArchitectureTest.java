package io.platformapi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.source.Lazy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between modules and packages, each with the reason it holds. */
final class ArchitectureTest {

    private static final String[] PLATFORM = {
        "io.platformapi.servicestack..", "io.platformapi.model..", "io.platformapi.domain..", "io.platformapi.wire.."
    };
    private static final String[] CONTRACT_TESTS = {
        "io.platformapi.verify..",
        "io.platformapi.compat..",
        "io.platformapi.lint..",
        "io.platformapi.restassured..",
        "io.platformapi.report.."
    };
    private static final Set<String> GENERATED =
            Set.of("io.platformapi.model", "io.platformapi.server.api", "io.platformapi.mock.stub");
    private static final String[] HTTP_SERVERS = {"jakarta.ws.rs..", "org.glassfish.."};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.platformapi");

    @Test
    void packagesKnowEachOtherOneWayOnly() {
        slices().matching("io.platformapi.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package can be read, changed and taken out with those below it alone")
                .check(CLASSES);
    }

    @Test
    void packagesSayWhatTheyAreAndThatNothingIsNullUnlessMarked() {
        assertThat(CLASSES.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as("package-info of %s, with @NullMarked", each.getName())
                        .isTrue());
    }

    /** Of generated types only the document decides: what clients call a thing is not ours to change. */
    @Test
    void aNameStandsForOneType() {
        Map<String, List<String>> types = CLASSES.stream()
                .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
                .filter(each -> !GENERATED.contains(each.getPackageName()))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(types).isNotEmpty();
        assertThat(types.values()).allSatisfy(each -> assertThat(each).hasSize(1));
    }

    @Test
    void specKnowsNoHttpServer() {
        check(noClasses()
                .that()
                .resideInAnyPackage(PLATFORM)
                .or()
                .resideInAPackage("io.platformapi.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HTTP_SERVERS)
                .because("mock, server and tests share the contract, and each brings its own server or client"));
    }

    @Test
    void specKnowsNoneOfItsUsers() {
        check(noClasses()
                .that()
                .resideInAnyPackage(PLATFORM)
                .or()
                .resideInAPackage("io.platformapi.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.platformapi.grizzly..",
                        "io.platformapi.jaxrs..",
                        "io.platformapi.server..",
                        "io.platformapi.mock..",
                        "io.platformapi.verify..",
                        "io.platformapi.compat..",
                        "io.platformapi.lint..",
                        "io.platformapi.restassured..",
                        "io.platformapi.report..")
                .because("arrows run from the tools to the contract, so that a tool can change without the contract"));
    }

    @Test
    void serverAndMockDoNotKnowEachOther() {
        check(noClasses()
                .that()
                .resideInAPackage("io.platformapi.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.platformapi.mock..")
                .because("the tests compare the two: what one borrowed from the other would agree with itself"));
        check(noClasses()
                .that()
                .resideInAPackage("io.platformapi.mock..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.platformapi.server..")
                .because("the tests compare the two: what one borrowed from the other would agree with itself"));
    }

    @Test
    void theListenerKnowsMessagesOnly() {
        check(noClasses()
                .that()
                .resideInAPackage("io.platformapi.grizzly..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.platformapi..")
                        .and(resideOutsideOfPackages("io.platformapi.grizzly..", "io.platformapi.contract.http..")))
                .because("what listens for server and mock reads and writes HTTP, whatever is asked or answered"));
    }

    @Test
    void theServerOfAnyDocumentKnowsNothingOfThePlatform() {
        check(noClasses()
                .that()
                .resideInAPackage("io.platformapi.jaxrs..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.platformapi..")
                        .and(resideOutsideOfPackages(
                                "io.platformapi.jaxrs..", "io.platformapi.grizzly..", "io.platformapi.contract..")))
                .because("teams with another document have it without the platform's"));
    }

    @Test
    void contractTestsKnowNeitherServer() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CONTRACT_TESTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.platformapi.server..", "io.platformapi.jaxrs..", "io.platformapi.mock..")
                .because("the tester judges a server by what it answers; only its own tests start ours"));
    }

    @Test
    void onlyItsFilterKnowsRestAssured() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.platformapi.restassured..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.restassured..")
                .because("the command runs without it: who tests with REST-assured brings it along"));
    }

    @Test
    void onlyWhatIsForTestsKnowsJUnit() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.platformapi.verify.junit..", "io.platformapi.mock.junit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..")
                .because("commands run without it: who tests with JUnit brings it along"));
    }

    @Test
    void domainKnowsNeitherHttpNorJson() {
        check(noClasses()
                .that()
                .resideInAPackage("io.platformapi.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.platformapi.contract..",
                        "io.platformapi.wire..",
                        "com.fasterxml..",
                        "java.net.http..",
                        "java.sql..")
                .because("the rules are the same for the server over JDBC and the mock over memory"));
    }

    @Test
    void theStoreKnowsNoHttp() {
        check(noClasses()
                .that()
                .resideInAPackage("io.platformapi.server.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.platformapi.server.http..",
                        "io.platformapi.contract..",
                        "io.platformapi.wire..",
                        "jakarta.ws.rs..",
                        "java.net.http..")
                .because("it fills ports of the domain, and what clients are told is made at the rim"));
    }

    /** Imports do not tell of a number or the name of a header field. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../spec/src/main/java/io/platformapi/domain",
                "../server/src/main/java/io/platformapi/server/store"
            })
    void rulesAndStoreSpeakNoHttp(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContainPattern("Retry-After|Bearer|\\bHTTP|\\bstatus\\(\\)|\\([45]\\d\\d\\)"));
        }
    }

    /** A field that is set later, and not by {@code Lazy}, may be seen half made by another thread. */
    @Test
    void whatIsWorkedOutLateIsLazy() {
        check(fields().that()
                .areDeclaredInClassesThat(describe(
                        "keep something Lazy",
                        type -> type.getFields().stream()
                                .anyMatch(field -> field.getRawType().isEquivalentTo(Lazy.class))))
                .should()
                .beFinal()
                .because("schemas and their spellings are read by many threads at once"));
    }

    @Test
    void modelKnowsOnlyItself() {
        check(noClasses()
                .that()
                .resideInAPackage("io.platformapi.model..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "io.platformapi.model..", "java..", "org.jspecify..", "com.fasterxml.jackson..")
                .because("the records are generated from the document and hold its types, nothing else"));
    }

    @Test
    void theLibraryKnowsNothingOfThePlatform() {
        check(noClasses()
                .that()
                .resideInAPackage("io.platformapi.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PLATFORM)
                .because("it reads any document, and finds the platform's dialect as it would find another's"));
    }

    @Test
    void onlyThePlatformAsksForItsDialect() {
        check(noClasses()
                .that(resideInAPackage("io.platformapi..").and(not(resideInAPackage("io.platformapi.servicestack"))))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.platformapi.servicestack").and(nameEndingWith("Dialect")))
                .because("a question for the platform outside its dialect is how tools stop to read any document"));
    }

    @Test
    void subjectsOfTheCheckerOfSchemasKnowTheOnesBeforeThemOnly() {
        String[] order = {"language", "shape", "reading", "facts", "search", "telling"};
        for (int i = 0; i < order.length - 1; i++) {
            String[] later = Stream.of(order)
                    .skip(i + 1)
                    .map(each -> "io.platformapi.compat.schema." + each)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.platformapi.compat.schema." + order[i])
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("io.platformapi.compat.schema")
                    .because("whoever reads one of them need not have read what is made of it")
                    .check(CLASSES);
        }
    }

    @Test
    void onlyAdmissionLetsRequestsIn() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.platformapi.contract..")
                .should()
                .callMethodWhere(
                        target(nameMatching("negotiation|bind")).and(target(owner(assignableTo(Dialect.class)))))
                .because("the stages have one order, which no other class can miss or change"));
    }

    /** Nor under which keywords the platform keeps its facts. */
    @Test
    void onlyItsDialectReadsThePlatformsKeywords() throws IOException {
        for (String module : List.of(
                "spec/contract", "spec", "server", "server/grizzly", "server/jaxrs", "mock-server", "contract-tests")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                assertThat(files.filter(file -> file.toString().endsWith(".java"))
                                .filter(file -> !file.getParent().endsWith("io/platformapi/servicestack"))
                                .toList())
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.readString(file))
                                .doesNotContainPattern("x-(safe|alias-of|request|datacontract)"));
            }
        }
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
