package io.platformapi.mock;

import picocli.CommandLine.Option;

/** The options of the command on where values come from. */
final class ValueSettings {

    @Option(names = "--dynamic", description = "Make values up, another one each time, instead of taking examples.")
    private boolean dynamic;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "What made-up values follow from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--errors", description = "Answer 500 instead of an example that breaks its own schema.")
    private boolean errors;

    MockOptions.Values values() {
        return dynamic ? MockOptions.Values.INVENTED : MockOptions.Values.DOCUMENTED;
    }

    long seed() {
        return seed;
    }

    MockOptions.Faults faults() {
        return errors ? MockOptions.Faults.REFUSED : MockOptions.Faults.SENT;
    }
}
