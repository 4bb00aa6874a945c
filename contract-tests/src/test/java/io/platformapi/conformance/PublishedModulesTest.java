package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Whoever depends on the mock or the tools keeps the logs of their own: a provider that comes along would take them.
 */
final class PublishedModulesTest {

    private static final Set<String> PROVIDERS = Set.of(
            "slf4j-nop",
            "slf4j-simple",
            "slf4j-jdk14",
            "slf4j-reload4j",
            "logback-classic",
            "log4j-slf4j2-impl",
            "jul-to-slf4j",
            "log4j-over-slf4j");

    private static List<Element> elements(Path pom, String name)
            throws ParserConfigurationException, SAXException, IOException {
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static String text(Element dependency, String name) {
        NodeList found = dependency.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static boolean isHandedOn(Element dependency) {
        return !text(dependency, "optional").equals("true")
                && !Set.of("test", "provided").contains(text(dependency, "scope"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec/contract", "spec", "server/grizzly", "server/jaxrs", "mock-server", "contract-tests"})
    void bringNoProviderThatTakesTheLogsOfOthers(String module) throws Exception {
        List<Element> dependencies = elements(Path.of("..", module, "pom.xml"), "dependency");

        assertThat(dependencies).isNotEmpty();
        assertThat(dependencies.stream()
                        .filter(PublishedModulesTest::isHandedOn)
                        .map(dependency -> text(dependency, "artifactId")))
                .doesNotContainAnyElementsOf(PROVIDERS);
    }

    /** A folder that two modules compile is in two jars, and in none that an editor opens. */
    @Test
    void compileWhatIsTheirsOnly() throws Exception {
        for (Element module : elements(Path.of("..", "pom.xml"), "module")) {
            assertThat(elements(Path.of("..", module.getTextContent(), "pom.xml"), "source"))
                    .as(module.getTextContent())
                    .allSatisfy(folder -> assertThat(folder.getTextContent())
                            .startsWith("${project.basedir}/")
                            .doesNotContain(".."));
        }
    }

    /** The runnable jar holds them, but the module's own jar does not. */
    @Test
    void sayWhatTheyDependOn() throws Exception {
        List<Element> reduced = elements(Path.of("..", "pom.xml"), "createDependencyReducedPom");

        assertThat(reduced).map(Element::getTextContent).containsExactly("false");
    }
}
