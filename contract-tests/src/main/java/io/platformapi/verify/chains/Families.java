package io.platformapi.verify.chains;

import io.platformapi.contract.Operation;
import io.platformapi.contract.PathTemplate;
import io.platformapi.contract.PathTemplate.Segment;
import io.platformapi.contract.source.Node;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the families of a document: by the shapes of its paths, {@code /pets} and {@code /pets/{petId}}, and by its
 * links.
 */
final class Families {

    private static final Map<String, Act> ITEM =
            Map.of("GET", Act.READ, "PUT", Act.REPLACE, "PATCH", Act.CHANGE, "DELETE", Act.REMOVE);
    private static final Map<String, Act> COLLECTION = Map.of("GET", Act.LIST, "POST", Act.CREATE);

    private final List<Operation> operations;

    private Families(List<Operation> operations) {
        this.operations = operations;
    }

    /**
     * The families of some operations, in the order of their first operation on one resource; those of one resource
     * alone are the last.
     */
    static List<Family> of(List<Operation> operations) {
        return new Families(operations).all();
    }

    private List<Family> all() {
        Map<String, PathTemplate> items = new LinkedHashMap<>();
        operations.stream()
                .filter(operation -> ITEM.containsKey(operation.method()))
                .map(Operation::path)
                .filter(Families::isOfOne)
                .forEach(path -> items.putIfAbsent(path.shape(), path));
        return Stream.concat(items.values().stream(), singles().stream())
                .map(this::family)
                .toList();
    }

    /** The paths of what is read and replaced or changed where it is, and where nothing is made. */
    private List<PathTemplate> singles() {
        return operations.stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(Operation::path)
                .filter(path -> path.segments()
                        .get(path.segments().size() - 1)
                        .variables()
                        .isEmpty())
                .filter(path -> has(path, "PUT") || has(path, "PATCH"))
                .filter(path -> !has(path, "POST"))
                .toList();
    }

    private boolean has(PathTemplate path, String method) {
        return operations.stream()
                .anyMatch(operation -> operation.method().equals(method)
                        && operation.path().shape().equals(path.shape()));
    }

    private static boolean isOfOne(PathTemplate path) {
        List<Segment> segments = path.segments();
        Segment last = segments.get(segments.size() - 1);
        return segments.size() > 1
                && last.variables().size() == 1
                && last.text().equals("{" + last.variables().get(0) + "}");
    }

    private Family family(PathTemplate item) {
        Map<Act, Operation> roles = new EnumMap<>(Act.class);
        String collection = item.shape().replaceFirst("/\\{}$", "");
        for (Operation operation : operations) {
            String shape = operation.path().shape().replaceFirst("/$", "");
            Map<String, Act> known =
                    shape.equals(item.shape()) ? ITEM : shape.equals(collection) ? COLLECTION : Map.of();
            Optional.ofNullable(known.get(operation.method())).ifPresent(role -> roles.putIfAbsent(role, operation));
        }
        if (item.shape().endsWith("{}") && !roles.containsKey(Act.CREATE) && !roles.containsKey(Act.LIST)) {
            nested(collection).forEach(operation -> roles.putIfAbsent(COLLECTION.get(operation.method()), operation));
        }
        Family family = new Family(item, roles);
        Optional<Operation> creator = family.isSingle() || roles.containsKey(Act.CREATE)
                ? Optional.empty()
                : family.operation(Act.READ).flatMap(read -> linked(read).findFirst());
        creator.ifPresent(one -> roles.put(Act.CREATE, one));
        return new Family(item, roles);
    }

    /**
     * The operations on the only collection of a name that is part of something else, as {@code /shelves/{}/books} is
     * that of {@code /books/{}}; none where there are several.
     */
    private List<Operation> nested(String collection) {
        String name = collection.substring(collection.lastIndexOf('/'));
        List<Operation> found = operations.stream()
                .filter(operation -> COLLECTION.containsKey(operation.method()))
                .filter(operation -> operation.path().shape().endsWith("{}" + name))
                .toList();
        boolean one = found.stream()
                        .map(operation -> operation.path().shape())
                        .distinct()
                        .count()
                == 1;
        return one ? found : List.of();
    }

    /** The operations whose success is documented to lead to another one. */
    private Stream<Operation> linked(Operation read) {
        return operations.stream()
                .filter(operation -> operation.method().equals("POST"))
                .filter(operation -> operation.responses().values().stream()
                        .flatMap(response -> links(response.node()))
                        .anyMatch(link -> link.text("operationId", "").equals(read.id())));
    }

    /** The links of a response. */
    static Stream<Node> links(Node response) {
        return response.member("links").members().values().stream().map(Node::resolved);
    }
}
