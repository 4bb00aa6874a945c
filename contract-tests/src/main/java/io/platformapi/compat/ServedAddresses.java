package io.platformapi.compat;

import io.platformapi.contract.Server;
import io.platformapi.contract.source.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that a server's variables make of one: each of their listed values while the others are at their
 * defaults. A variable that lists none may be anything.
 */
record ServedAddresses(Server server) {

    private static final Pattern HOST = Pattern.compile("(https?)://([^/?#{}]*)(?=[/?#]|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    /** The addresses; one with a variable that may be anything has it by its name. */
    Set<String> all() {
        Set<String> all = new TreeSet<>();
        all.add(plain(server.url()));
        variables().forEach((name, variable) -> {
            List<Node> listed = variable.member("enum").items();
            listed.forEach(value -> all.add(with(name, value.json().asText())));
            if (listed.isEmpty()) {
                all.add(with(name, "{" + name + "}"));
            }
        });
        return all;
    }

    /**
     * An address as every client sees it: schemes and hosts have no case, and a port goes with each scheme (RFC 3986).
     */
    private static String plain(String url) {
        String address = url.replaceAll("/+$", "");
        Matcher host = HOST.matcher(address);
        if (!host.lookingAt()) {
            return address;
        }
        String scheme = host.group(1).toLowerCase(Locale.ROOT);
        String usual = scheme.equals("https") ? ":443" : ":80";
        String name = host.group(2).toLowerCase(Locale.ROOT);
        String plain = name.endsWith(usual) ? name.substring(0, name.length() - usual.length()) : name;
        return scheme + "://" + plain + address.substring(host.end());
    }

    /** Whether an address is one of this server's. */
    boolean include(String address) {
        StringBuilder pattern = new StringBuilder();
        Matcher variable = VARIABLE.matcher(template());
        int end = 0;
        while (variable.find()) {
            pattern.append(Pattern.quote(template().substring(end, variable.start())));
            pattern.append(values(variables().get(variable.group(1))));
            end = variable.end();
        }
        pattern.append(Pattern.quote(plain(template().substring(end))));
        return address.equals(plain(server.url())) || address.matches(pattern.toString());
    }

    private static String values(@Nullable Node variable) {
        List<Node> listed =
                variable == null ? List.of() : variable.member("enum").items();
        return listed.isEmpty()
                ? "[^/]+"
                : listed.stream()
                        .map(value -> Pattern.quote(value.json().asText()))
                        .collect(Collectors.joining("|", "(", ")"));
    }

    private String template() {
        return server.node().text("url", server.url());
    }

    private Map<String, Node> variables() {
        Map<String, Node> used =
                new LinkedHashMap<>(server.node().member("variables").members());
        used.keySet().removeIf(name -> !template().contains("{" + name + "}"));
        return used;
    }

    private String with(String name, String value) {
        return plain(VARIABLE.matcher(template()).replaceAll(found -> {
            Node other = variables().get(found.group(1));
            String filled = found.group(1).equals(name)
                    ? value
                    : other == null ? found.group() : other.text("default", found.group());
            return Matcher.quoteReplacement(filled);
        }));
    }
}
