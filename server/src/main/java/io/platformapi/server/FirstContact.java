package io.platformapi.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The way from an empty database to a first answer, as one command of the shell. */
final class FirstContact {

    private final CommandSpec server;

    FirstContact(CommandSpec server) {
        this.server = server;
    }

    /** Enters a contact, makes a key for it, and asks for its links with that. */
    String curl(java.net.URI address) {
        String id = UUID.randomUUID().toString();
        String add = Stream.of(
                        program(),
                        settings(),
                        Stream.of("contact", "add", "First Contact", "--id", id, "--key", "first"))
                .flatMap(words -> words)
                .map(FirstContact::quoted)
                .collect(Collectors.joining(" "));
        return "curl -H \"Authorization: Bearer $(" + add + ")\" '" + address + "/api/contacts/" + id + "/links'";
    }

    /** This program as the shell finds it again. */
    private static Stream<String> program() {
        String classes = System.getProperty("java.class.path");
        return Files.isRegularFile(Path.of(classes.split(":", 2)[0])) && !classes.contains(":")
                ? Stream.of("java", "-jar", classes)
                : Stream.of("java", "-cp", classes, PlatformServer.class.getName());
    }

    /** The options that this server was given, but for what is secret: that comes from the environment or a file. */
    private Stream<String> settings() {
        return server.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> !option.longestName().contains("password"))
                .filter(option -> List.of("--config").contains(option.longestName())
                        || option.longestName().startsWith("--database"))
                .flatMap(FirstContact::words);
    }

    private static Stream<String> words(OptionSpec option) {
        return option.originalStringValues().stream().flatMap(value -> Stream.of(option.longestName(), value));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
