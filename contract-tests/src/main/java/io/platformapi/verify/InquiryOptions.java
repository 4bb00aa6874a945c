package io.platformapi.verify;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.verify.cases.Addresses;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.cases.FixedValues;
import io.platformapi.verify.wire.ClientSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of a command that asks a running server for single things, as a picocli mixin. */
public final class InquiryOptions {

    private static final int DAY = 86_400;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--request-timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long an answer of that server may take to its last byte (${DEFAULT-VALUE}).")
    private double timeout;

    @Option(
            names = "--ignore-servers",
            description = "Takes that server for every one that the document names for a path or an operation.")
    private boolean ignoreServers;

    /** The options that a call gives, which say nothing unless a server is named. */
    public List<String> given(CommandLine command) {
        Set<String> own = CommandSpec.forAnnotatedObject(new InquiryOptions())
                .optionsMap()
                .keySet();
        return command.getParseResult().matchedOptionsSet().stream()
                .map(OptionSpec::longestName)
                .filter(own::contains)
                .toList();
    }

    /**
     * Looks at what the options say before anything is done.
     *
     * @param option the one that names the server
     * @throws ParameterException if one says something that cannot be
     */
    public void tryOut(CommandLine command, String option, String url) {
        ServerAddress.read(command, option, url);
        connection.headers(command);
        connection.query(command);
        connection.client(command);
        if (!(timeout >= 0.001 && timeout <= DAY)) {
            throw new ParameterException(
                    command,
                    "--request-timeout " + timeout + ": it takes a number of seconds from 0.001 to " + DAY + ".");
        }
    }

    /**
     * What sends requests of the old contract to a server, and knows the new one.
     *
     * @param config a file whose {@code parameters} and {@code operations} say what to send
     */
    public Inquiry inquiry(
            CommandLine command, String option, String url, Contract old, Contract fresh, @Nullable String config) {
        URI server = ServerAddress.read(command, option, url);
        FixedValues fixed = config == null
                ? FixedValues.NONE
                : VerifySettings.ofRequests(config).fixed(old);
        Addresses addresses = ignoreServers ? Addresses.below(server) : Addresses.of(old, server);
        ClientSettings client = connection.client(command);
        RunLimits usual = RunLimits.usual();
        RunLimits limits = new RunLimits(Duration.ofMillis(Math.round(timeout * 1000)), usual.bytes(), usual.run());
        Credentials credentials = Credentials.of(connection.headers(command), connection.query(command), old);
        return new Inquiry(
                old, fresh, addresses, new HttpTarget(addresses.origin(), client, limits), credentials, fixed);
    }
}
