package io.platformapi.contract.reader;

import io.platformapi.contract.keyword.Illegible;
import io.platformapi.contract.layout.Field;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Layout;
import io.platformapi.contract.source.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a document cannot be read as it is written, by the object that it was left out of. Immutable. */
public final class LeftOut {

    private final Map<String, List<Illegible>> byObject;

    public LeftOut(List<Illegible> illegible) {
        byObject = illegible.stream()
                .collect(Collectors.groupingBy(each -> place(each.node().parent())));
    }

    private static String place(Node node) {
        return node.file().uri() + node.pointer();
    }

    /** What was left out of an object, and of its lists and maps of objects, by the pointer from there. */
    public Map<String, Illegible> of(Kind kind, Node object) {
        Map<String, Illegible> left = new LinkedHashMap<>();
        Stream<Node> containers = object.members().values().stream()
                .filter(member -> Layout.field(kind, member.name())
                        .filter(Field::isContainer)
                        .isPresent());
        Stream.concat(Stream.of(object), containers)
                .flatMap(node -> byObject.getOrDefault(place(node), List.of()).stream())
                .forEach(each -> left.put(
                        each.node().pointer().substring(object.pointer().length() + 1), each));
        return left;
    }
}
