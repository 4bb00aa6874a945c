package io.platformapi.contract.layout;

import io.platformapi.contract.schema.Shown;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a server and its variables have to be, beside what their fields are. */
final class ServerFacts {

    private ServerFacts() {}

    static Stream<Slip> server(Node server, String version) {
        List<Slip> slips = new ArrayList<>(undeclared(server).toList());
        if (server.json().path("url").isTextual()) {
            lookAtAddress(server.member("url"), version, slips);
        }
        Node name = server.member("name");
        if (name.exists() && isTaken(name, server)) {
            slips.add(slip(
                    name, "the server's name " + Shown.of(name.json()) + " is taken by one above; choose another"));
        }
        return slips.stream();
    }

    private static Stream<Slip> undeclared(Node server) {
        Node variables = server.member("variables");
        return Templates.names(server.text("url", ""))
                .filter(name -> !variables.json().has(name))
                .distinct()
                .map(name -> new Slip(
                        server,
                        "server-variable-undeclared",
                        "{" + name + "} of the server's url is none of its variables"
                                + Suggestion.of(name, variables.members().keySet())));
    }

    private static void lookAtAddress(Node url, String version, List<Slip> slips) {
        String text = url.json().asText();
        String fixed = Templates.fixed(text);
        if (fixed.contains("{") || fixed.contains("}")) {
            slips.add(slip(url, "a brace of the server's url is not closed; a variable is written {name}"));
        }
        Stream.of("?", "#")
                .filter(fixed::contains)
                .findFirst()
                .ifPresent(sign -> slips.add(slip(
                        url,
                        "\"url\" of a server takes an address without query and fragment, for paths are put to its"
                                + " end; leave out what follows " + sign)));
        List<String> names = Templates.names(text).toList();
        names.stream()
                .filter(name -> version.equals("3.2") && names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .map(name -> slip(url, "{" + name + "} stands twice in the server's url"))
                .forEach(slips::add);
    }

    private static boolean isTaken(Node name, Node server) {
        return server.parent().items().stream()
                .takeWhile(other -> other.json() != server.json())
                .anyMatch(other -> name.json().equals(other.json().get("name")));
    }

    private static Slip slip(Node node, String message) {
        return new Slip(node, "field-value", message);
    }

    static Stream<Slip> variable(Node variable, String version) {
        Node values = variable.member("enum");
        Node usual = variable.member("default");
        boolean fits = !values.json().isArray()
                || values.json().isEmpty()
                || !usual.exists()
                || values.items().stream().anyMatch(value -> value.json().equals(usual.json()));
        return fits
                ? Stream.empty()
                : Stream.of(new Slip(
                        usual,
                        "server-variable-default",
                        "the default " + Shown.of(usual.json()) + " is none of the values in the variable's enum"));
    }
}
