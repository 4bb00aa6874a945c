package io.platformapi;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.platformapi.contract.dialect.Dialect;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages, each with the reason it holds. */
final class ArchitectureTest {

    private static final String[] SPEC = {
        "io.platformapi.contract..", "io.platformapi.model..", "io.platformapi.domain.."
    };
    private static final String[] CONTRACT_TESTS = {
        "io.platformapi.verify..",
        "io.platformapi.compat..",
        "io.platformapi.lint..",
        "io.platformapi.restassured..",
        "io.platformapi.report.."
    };
    private static final String[] HTTP_SERVERS = {"jakarta.ws.rs..", "org.glassfish.."};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.platformapi");

    @Test
    void specKnowsNoHttpServer() {
        check(noClasses()
                .that()
                .resideInAnyPackage(SPEC)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HTTP_SERVERS)
                .because("mock, server and tests share the contract, and each brings its own server or client"));
    }

    @Test
    void specKnowsNoneOfItsUsers() {
        check(noClasses()
                .that()
                .resideInAnyPackage(SPEC)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
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
    void contractTestsKnowNeitherServer() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CONTRACT_TESTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.platformapi.server..", "io.platformapi.mock..")
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
    void domainKnowsNeitherHttpNorJson() {
        check(noClasses()
                .that()
                .resideInAPackage("io.platformapi.domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.platformapi.contract..", "com.fasterxml..", "java.net.http..", "java.sql..")
                .because("the rules are the same for the server over JDBC and the mock over memory"));
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
    void onlyTheDialectPackageAsksWhichDialect() {
        check(
                noClasses()
                        .that(resideInAPackage("io.platformapi..")
                                .and(not(resideInAPackage("io.platformapi.contract.dialect"))))
                        .should()
                        .dependOnClassesThat(resideInAPackage("io.platformapi.contract.dialect")
                                .and(not(INTERFACES))
                                .and(nameEndingWith("Dialect")))
                        .because(
                                "the tools read any document; a question for the platform outside its dialect is how that rots"));
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

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
