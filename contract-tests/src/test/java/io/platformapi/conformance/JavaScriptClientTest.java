package io.platformapi.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The platform's own JavaScript client, {@code @servicestack/client}, must not notice whom it talks to. What it is
 * asked to do stands in {@code src/test/npm/client.test.mjs}.
 */
final class JavaScriptClientTest extends ImplementationTest {

    @Test
    void callsEveryOperation() throws IOException, InterruptedException {
        NodeProject project = NodeProject.install(Path.of("src/test/npm"), Path.of("target/npm"));

        project.run("client.test.mjs", Map.of("PLATFORM_URL", running.address().toString()));
    }
}
