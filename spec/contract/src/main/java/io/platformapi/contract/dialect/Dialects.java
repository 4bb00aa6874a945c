package io.platformapi.contract.dialect;

import io.platformapi.contract.source.Node;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The dialects a document can name: plain OpenAPI, and each that a jar beside this one provides. */
public final class Dialects {

    private static final Map<String, Dialect> NAMED = found();

    private Dialects() {}

    private static Map<String, Dialect> found() {
        Map<String, Dialect> found = ServiceLoader.load(Dialect.class, Dialects.class.getClassLoader()).stream()
                .map(Provider::get)
                .collect(Collectors.toMap(Dialect::name, Function.identity(), (one, other) -> one, TreeMap::new));
        found.put("", new OpenApiDialect());
        return found;
    }

    /**
     * The dialect a document names by {@code x-dialect}; plain OpenAPI where it names none.
     *
     * @throws io.platformapi.contract.source.UnreadableDocument if it names one that is not known
     */
    public static Dialect of(Node document) {
        String name = document.text("x-dialect", "");
        Dialect dialect = NAMED.get(name);
        if (dialect == null) {
            throw document.member("x-dialect")
                    .unreadable("the dialect \"" + name + "\" is not known; " + instead() + "leave x-dialect out");
        }
        return dialect;
    }

    private static String instead() {
        return NAMED.keySet().stream()
                .filter(name -> !name.isEmpty())
                .map(name -> "write " + name + " or ")
                .collect(Collectors.joining());
    }
}
