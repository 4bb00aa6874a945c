package io.platformapi.contract.dialect;

import io.platformapi.contract.source.Node;
import java.util.Map;

/** The dialects a document can name. */
public final class Dialects {

    private static final Map<String, Dialect> NAMED =
            Map.of("", new OpenApiDialect(), ServiceStackDialect.NAME, new ServiceStackDialect());

    private Dialects() {}

    /**
     * The dialect a document names by {@code x-dialect}; plain OpenAPI where it names none.
     *
     * @throws io.platformapi.contract.source.UnreadableDocument if it names one that is not known
     */
    public static Dialect of(Node document) {
        Dialect dialect = NAMED.get(document.text("x-dialect", ""));
        if (dialect == null) {
            throw document.member("x-dialect")
                    .unreadable("the dialect \"" + document.text("x-dialect", "") + "\" is not known; write "
                            + ServiceStackDialect.NAME + " or leave x-dialect out");
        }
        return dialect;
    }
}
