package io.platformapi.lint;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Methods;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a place belongs to, as a reader names it: {@code GET /pets}, {@code schemas Pet}, {@code the document}. One in
 * another file belongs to what first leads there.
 */
final class Subject {

    private static final int LONGEST_WAY = 20;

    private static final Pattern OPERATION = Pattern.compile("/(?:paths|webhooks)/([^/]+)/(?:("
            + String.join("|", Methods.ALL) + ")|additionalOperations/([^/]+))(/.*)?");
    private static final Pattern PATH = Pattern.compile("/(?:paths|webhooks)/([^/]+)(/.*)?");
    private static final Pattern COMPONENT = Pattern.compile("/components/([^/]+)/([^/]+)(/.*)?");

    /** By file, which places in it are referred to. */
    private final Map<String, List<Way>> ways = new HashMap<>();

    private Subject() {}

    /** A place that is referred to, and from where. */
    private record Way(String pointer, Place from) {}

    /** The subjects of a document that lies in one file, or is not read any further. */
    static Subject ofOneFile() {
        return new Subject();
    }

    static Subject in(Contract contract) {
        Subject subject = new Subject();
        String document = contract.document().place().file();
        Spots.written(contract.document()).references().forEach(reference -> {
            Place target = reference.target().place();
            if (!target.file().equals(document)) {
                subject.ways
                        .computeIfAbsent(target.file(), any -> new ArrayList<>())
                        .add(new Way(
                                target.pointer(), reference.written().parent().place()));
            }
        });
        return subject;
    }

    String of(Place place) {
        return named(seenFromTheDocument(place, 0));
    }

    /** The pointer that leads to a place where all files are one. */
    private String seenFromTheDocument(Place place, int steps) {
        String pointer = place.pointer();
        return ways.getOrDefault(place.file(), List.of()).stream()
                .filter(way -> steps < LONGEST_WAY && (pointer + "/").startsWith(way.pointer() + "/"))
                .max(Comparator.comparingInt(way -> way.pointer().length()))
                .map(way -> seenFromTheDocument(below(way, pointer), steps + 1))
                .orElse(pointer);
    }

    private static Place below(Way way, String pointer) {
        Place from = way.from();
        return new Place(
                from.file(), from.pointer() + pointer.substring(way.pointer().length()), from.line());
    }

    private static String named(String pointer) {
        Matcher operation = OPERATION.matcher(pointer);
        if (operation.matches()) {
            String method = operation.group(2) == null
                    ? Node.unescape(operation.group(3))
                    : operation.group(2).toUpperCase(Locale.ROOT);
            return method + " " + Node.unescape(operation.group(1));
        }
        Matcher path = PATH.matcher(pointer);
        if (path.matches()) {
            return Node.unescape(path.group(1));
        }
        Matcher component = COMPONENT.matcher(pointer);
        return component.matches() ? component.group(1) + " " + Node.unescape(component.group(2)) : "the document";
    }
}
