package io.platformapi.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The options of a file, given to a command beside those of its call: what the call says counts, and what may be
 * repeated is added to it. {@code ${NAME}} is a variable of the environment.
 */
final class ConfiguredOptions {

    private static final Set<String> NOT_IN_FILES = Set.of("config", "help", "version");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final CommandLine command;
    private final Map<String, String> environment;

    ConfiguredOptions(CommandLine command, Map<String, String> environment) {
        this.command = command;
        this.environment = environment;
    }

    /** Reads the call once more, with the options of a file. */
    void parse(Map<String, Node> written) {
        List<String> arguments = new ArrayList<>();
        Map<OptionSpec, Node> places = new LinkedHashMap<>();
        written.forEach((name, value) -> {
            OptionSpec option = option(name, value);
            places.put(option, value);
            if (option.isMultiValue() || !command.getParseResult().hasMatchedOption(option)) {
                arguments.addAll(arguments(option, value));
            }
        });
        for (OptionSpec given : command.getParseResult().matchedOptionsSet()) {
            boolean flag = given.arity().max() == 0;
            given.originalStringValues().forEach(text -> arguments.add(given.longestName() + (flag ? "" : "=" + text)));
        }
        try {
            command.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            Node place = e.getArgSpec() instanceof OptionSpec option ? places.get(option) : null;
            throw place == null ? e : place.unreadable(String.valueOf(e.getMessage()));
        }
    }

    private OptionSpec option(String name, Node value) {
        Map<String, OptionSpec> known = command.getCommandSpec().optionsMap();
        OptionSpec option = known.get("--" + name);
        if (option == null || NOT_IN_FILES.contains(name)) {
            Set<String> names = new TreeSet<>();
            known.keySet().stream()
                    .filter(each -> each.startsWith("--"))
                    .map(each -> each.substring(2))
                    .filter(each -> !NOT_IN_FILES.contains(each))
                    .forEach(names::add);
            throw value.unreadable("there is no option " + name + " for a file" + Suggestion.of(name, names));
        }
        return option;
    }

    private List<String> arguments(OptionSpec option, Node value) {
        JsonNode json = value.json();
        if (option.arity().max() == 0) {
            if (!json.isBoolean()) {
                throw value.unreadable(option.longestName() + " is true or false");
            }
            return json.booleanValue() ? List.of(option.longestName()) : List.of();
        }
        if (json.isArray() && !option.isMultiValue() || json.isObject() || json.isNull()) {
            throw value.unreadable(option.longestName() + " takes one value");
        }
        List<Node> items = json.isArray() ? value.items() : List.of(value);
        return items.stream()
                .map(item -> option.longestName() + "=" + filled(item))
                .toList();
    }

    private String filled(Node value) {
        if (!value.json().isValueNode() || value.json().isNull()) {
            throw value.unreadable("an option takes a text or a number");
        }
        Matcher variable = VARIABLE.matcher(value.json().asText());
        return variable.replaceAll(found -> {
            String text = environment.get(found.group(1));
            if (text == null) {
                throw value.unreadable("the environment has no variable " + found.group(1));
            }
            return Matcher.quoteReplacement(text);
        });
    }
}
