package io.platformapi.lint;

import io.platformapi.contract.http.Methods;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Place;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a place belongs to, as a reader names it: {@code GET /pets}, {@code schemas Pet}, {@code the document}. */
final class Subject {

    private static final Pattern OPERATION = Pattern.compile("/(?:paths|webhooks)/([^/]+)/(?:("
            + String.join("|", Methods.ALL) + ")|additionalOperations/([^/]+))(/.*)?");
    private static final Pattern PATH = Pattern.compile("/(?:paths|webhooks)/([^/]+)(/.*)?");
    private static final Pattern COMPONENT = Pattern.compile("/components/([^/]+)/([^/]+)(/.*)?");

    private Subject() {}

    static String of(Place place) {
        Matcher operation = OPERATION.matcher(place.pointer());
        if (operation.matches()) {
            String method = operation.group(2) == null
                    ? Node.unescape(operation.group(3))
                    : operation.group(2).toUpperCase(Locale.ROOT);
            return method + " " + Node.unescape(operation.group(1));
        }
        Matcher path = PATH.matcher(place.pointer());
        if (path.matches()) {
            return Node.unescape(path.group(1));
        }
        Matcher component = COMPONENT.matcher(place.pointer());
        return component.matches() ? component.group(1) + " " + Node.unescape(component.group(2)) : "the document";
    }
}
