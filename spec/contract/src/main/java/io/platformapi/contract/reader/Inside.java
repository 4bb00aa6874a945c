package io.platformapi.contract.reader;

import io.platformapi.contract.layout.Field;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Layout;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An object inside another, by the table of {@link Layout}.
 *
 * @param step how one comes to it from there; equal for objects that mean the same in two editions
 */
public record Inside(String step, Kind kind, Node node) {

    /** What is found by method and path. */
    private static final Set<Kind> OPERATIONS = Set.of(Kind.PATHS, Kind.PATH_ITEM, Kind.OPERATION, Kind.CALLBACK);

    /** The objects in one of a kind; operations not, and of components only those that nobody refers to. */
    public static List<Inside> of(Kind kind, Node object) {
        List<Inside> inside = new ArrayList<>();
        object.members()
                .forEach((name, member) -> Layout.field(kind, name)
                        .filter(field -> isWalked(kind, field))
                        .ifPresent(field -> add(field, member.resolved(), inside)));
        return inside;
    }

    private static boolean isWalked(Kind around, Field field) {
        boolean used = around != Kind.COMPONENTS || field.kind() == Kind.SECURITY_SCHEME;
        return field.kind() != null && used && field.use() == Field.Use.READ && !OPERATIONS.contains(field.kind());
    }

    private static void add(Field field, Node value, List<Inside> inside) {
        Optional<Field> each = Layout.field(field.kind(), "*");
        if (each.isPresent()) {
            addAll(field.name(), each.get().kind(), value, inside);
        } else if (field.form() == Field.Form.MAP) {
            addAll(field.name(), field.kind(), value, inside);
        } else if (field.form() == Field.Form.ONE) {
            inside.add(new Inside(field.name(), field.kind(), value));
        } else {
            List<Node> items = value.items();
            for (int i = 0; i < items.size(); i++) {
                Node item = items.get(i).resolved();
                String step = field.kind() == Kind.PARAMETER ? parameter(item) : field.name() + "/" + i;
                inside.add(new Inside(step, field.kind(), item));
            }
        }
    }

    private static void addAll(String map, Kind kind, Node objects, List<Inside> inside) {
        objects.members().forEach((name, node) -> {
            if (kind == Kind.SCHEMA || !Layout.isExtension(name)) {
                inside.add(new Inside(map + "/" + name, kind, node.resolved()));
            }
        });
    }

    private static String parameter(Node parameter) {
        String in = parameter.text("in", "");
        String name = parameter.text("name", "");
        return in + " parameter " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
    }
}
