package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The test of a store that the guide to the server shows, in a project that has our artifacts and nothing else of ours.
 */
final class OutsideStoreTest {

    private static final Pattern SHOWN =
            Pattern.compile("```java\n(final class (\\w+) implements StoreContract \\{.*?\n\\}\n)```", Pattern.DOTALL);
    private static final Pattern INCLUDED = Pattern.compile("<include>(.*\\.class)</include>");

    private static MatchResult shown() throws IOException {
        return SHOWN.matcher(Files.readString(Path.of("..", "spec", "guides", "server.md")))
                .results()
                .findFirst()
                .orElseThrow();
    }

    /** What the pom puts into the artifact of {@code spec} that is of type {@code test-jar}. */
    private static void unpackTestJar(Path folder) throws IOException {
        List<String> files = INCLUDED.matcher(Files.readString(Path.of("..", "spec", "pom.xml")))
                .results()
                .map(include -> include.group(1))
                .toList();
        assertThat(files).isNotEmpty();
        for (String file : files) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(Path.of("..", "spec", "target", "test-classes", file), folder.resolve(file));
        }
    }

    private static void compile(Path folder, MatchResult test) throws IOException {
        Path source = folder.resolve(test.group(2) + ".java");
        Files.writeString(source, "import io.platformapi.domain.*;\npublic " + test.group(1));

        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                classPath(folder),
                                "-d",
                                folder.toString(),
                                source.toString()))
                .isZero();
    }

    private static String classPath(Path folder) {
        return folder + File.pathSeparator + System.getProperty("java.class.path");
    }

    /** One loader for all, as in a project of its own: classes of one package share it. */
    private static URLClassLoader loader(Path folder) throws IOException {
        List<URL> places = new ArrayList<>();
        for (String place : classPath(folder).split(File.pathSeparator)) {
            places.add(Path.of(place).toUri().toURL());
        }
        return new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static boolean isTest(Method method) {
        return Stream.of(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals(Test.class.getName()));
    }

    @Test
    void runsWhatEveryStoreMustPass(@TempDir Path folder) throws Exception {
        MatchResult test = shown();
        unpackTestJar(folder);
        compile(folder, test);

        try (URLClassLoader classes = loader(folder)) {
            Class<?> type = classes.loadClass(test.group(2));
            Constructor<?> maker = type.getDeclaredConstructor();
            maker.setAccessible(true);
            List<Method> tests = Stream.of(type.getMethods())
                    .filter(OutsideStoreTest::isTest)
                    .toList();
            assertThat(tests).hasSizeGreaterThan(9);
            for (Method each : tests) {
                each.invoke(maker.newInstance());
            }
        }
    }
}
