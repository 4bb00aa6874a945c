package io.platformapi.server;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    /** What people are told who have started a server on an empty database. */
    List<String> lines(URI address) {
        String needed = variables().isEmpty() ? "" : "; set " + String.join(" and ", variables()) + " for it";
        return List.of(
                "empty: nobody is in it yet; this enters a first contact, makes a key for it and asks with it" + needed,
                "try: " + curl(address));
    }

    /** Enters a contact, makes a key for it, and asks for its links with that. */
    private String curl(URI address) {
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

    /** The options by which this server found its database, but for those that hold something secret. */
    private Stream<String> settings() {
        return given().filter(option -> !isSecret(option)).flatMap(FirstContact::words);
    }

    /** The variables that have to be set where the command is pasted: what is secret is not printed. */
    private List<String> variables() {
        return given().filter(FirstContact::isSecret)
                .map(option -> Setting.PREFIX
                        + option.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT))
                .toList();
    }

    private Stream<OptionSpec> given() {
        return server.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> option.longestName().matches("--config|--database-(url|user|password)"));
    }

    private static boolean isSecret(OptionSpec option) {
        return Stream.concat(Stream.of(option.longestName()), option.originalStringValues().stream())
                .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains("password"));
    }

    private static Stream<String> words(OptionSpec option) {
        return option.originalStringValues().stream().flatMap(value -> Stream.of(option.longestName(), value));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
