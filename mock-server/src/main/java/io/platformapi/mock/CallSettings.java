package io.platformapi.mock;

import io.platformapi.mock.call.CallReach;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option of the command on what the mock sends by itself. */
final class CallSettings {

    @Option(
            names = "--callbacks",
            paramLabel = "WHERE",
            defaultValue = "loopback",
            description = "How far callbacks and webhooks go: loopback for addresses of this machine, anywhere, or off"
                    + " (default: ${DEFAULT-VALUE}).")
    private String where = "loopback";

    /** How far they go. */
    CallReach reach(Function<String, RuntimeException> refused) {
        return Arrays.stream(CallReach.values())
                .filter(reach -> name(reach).equals(where))
                .findFirst()
                .orElseThrow(() -> refused.apply("--callbacks takes "
                        + Arrays.stream(CallReach.values())
                                .map(CallSettings::name)
                                .collect(Collectors.joining(", "))
                        + ", not '" + where + "'"));
    }

    private static String name(CallReach reach) {
        return reach.name().toLowerCase(Locale.ROOT);
    }
}
