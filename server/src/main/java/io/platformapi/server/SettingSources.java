package io.platformapi.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where settings come from: the options of a command, else the environment, else a properties file. */
final class SettingSources implements IDefaultValueProvider {

    private final Map<String, String> environment;
    private final Properties file = new Properties();
    private final List<String> mistakes = new ArrayList<>();

    SettingSources(Map<String, String> environment) {
        this.environment = ServiceLinks.removed(environment);
    }

    /** Gives a command an option for each setting. */
    static void addOptions(CommandSpec command) {
        for (Setting setting : Setting.values()) {
            String usual = setting.usual().isEmpty() ? "" : " Default: " + setting.usual();
            command.addOption(OptionSpec.builder(setting.option())
                    .type(String.class)
                    .paramLabel("VALUE")
                    .description(setting.description() + usual, setting.variable() + " (" + setting.property() + ")")
                    .build());
        }
    }

    /** Takes in a properties file. */
    void read(Path config) {
        try (Reader reader = Files.newBufferedReader(config)) {
            file.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            mistakes.add("cannot read " + config + ": --config takes a properties file");
        }
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        for (Setting setting : Setting.values()) {
            if (argument instanceof OptionSpec option && option.longestName().equals(setting.option())) {
                return environment.getOrDefault(setting.variable(), file.getProperty(setting.property()));
            }
        }
        return null;
    }

    /**
     * The settings of a command that was parsed.
     *
     * @throws UnusableSetting if one is not known, or cannot be used; it names all of them
     */
    Settings settings(CommandSpec command) {
        Map<String, String> named = new TreeMap<>();
        file.stringPropertyNames().forEach(name -> named.put(name, file.getProperty(name)));
        for (Setting setting : Setting.values()) {
            String value = command.findOption(setting.option()).getValue();
            if (value != null) {
                named.put(setting.property(), value);
            }
        }
        List<String> all = new ArrayList<>(mistakes);
        all.addAll(unknownVariables());
        return Settings.of(named, all);
    }

    private List<String> unknownVariables() {
        return environment.keySet().stream()
                .filter(name -> name.startsWith(Setting.PREFIX))
                .filter(name ->
                        Stream.of(Setting.values()).map(Setting::variable).noneMatch(name::equals))
                .map(name -> "there is no setting for the variable " + name + " of the environment; --help lists all")
                .toList();
    }
}
