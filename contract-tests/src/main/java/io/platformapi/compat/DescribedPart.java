package io.platformapi.compat;

import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.reader.Inside;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object of both editions, and how it is called in a sentence.
 *
 * @param name ends with a space, or is "" for the subject of the sentence itself
 */
record DescribedPart(String name, Kind kind, Node was, Node is) {

    /** Objects that are judged elsewhere, or told by way of those that have them. */
    private static final Set<Kind> ELSEWHERE =
            Set.of(Kind.SCHEMA, Kind.PARAMETER, Kind.XML, Kind.DISCRIMINATOR, Kind.DOCS, Kind.CONTACT, Kind.LICENSE);

    /** Those that are told of though only one edition has them; the others are, as changes of messages. */
    private static final Set<Kind> LONE = Set.of(Kind.EXAMPLE, Kind.TAG, Kind.SECURITY_SCHEME);

    /** The objects inside that both have. */
    List<DescribedPart> inside() {
        Map<String, Inside> freshes = byName(is);
        List<DescribedPart> inside = new ArrayList<>();
        byName(was).forEach((step, old) -> {
            Inside fresh = freshes.get(step);
            if (fresh != null) {
                inside.add(new DescribedPart(name + step, old.kind(), old.node(), fresh.node()));
            }
        });
        return inside;
    }

    /** A sentence for each object inside that only one has, and that no message shows. */
    List<String> lone() {
        List<String> lone = new ArrayList<>();
        Map<String, Inside> olds = byName(was);
        Map<String, Inside> freshes = byName(is);
        olds.forEach((step, old) -> {
            if (LONE.contains(old.kind()) && !freshes.containsKey(step)) {
                lone.add(name + step + "is gone.");
            }
        });
        freshes.forEach((step, fresh) -> {
            if (LONE.contains(fresh.kind()) && !olds.containsKey(step)) {
                lone.add(name + step + "is new.");
            }
        });
        return lone;
    }

    private Map<String, Inside> byName(Node object) {
        Map<String, Inside> parts = new LinkedHashMap<>();
        Inside.of(kind, object).stream()
                .filter(each -> !ELSEWHERE.contains(each.kind()))
                .forEach(each -> parts.put(called(each), each));
        return parts;
    }

    /** What an object is called, after what it is in. */
    private String called(Inside inside) {
        String last = inside.step().substring(inside.step().indexOf('/') + 1);
        return switch (inside.kind()) {
            case COMPONENTS, RESPONSES, FLOWS -> "";
            case RESPONSE -> last + " ";
            case REQUEST_BODY -> MessagePart.BODY + " ";
            case MEDIA_TYPE -> (kind == Kind.RESPONSE ? MessagePart.BODY + " " : "") + "(" + last + ") ";
            case SERVER -> "server " + inside.node().text("url", "") + " ";
            case FLOW -> "flow " + last + " ";
            case SERVER_VARIABLE -> "variable " + last + " ";
            case TAG -> "tag " + inside.node().text("name", "") + " ";
            default -> inside.kind().word() + " " + (inside.step().contains("/") ? last + " " : "");
        };
    }
}
