package io.platformapi.contract.format;

import io.platformapi.contract.schema.Schema;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The XML Schemas of values as .NET's DataContractSerializer spells them: one file a namespace.
 *
 * <ol>
 *   <li>Everything the roots are made of is collected, each type into its namespace.
 *   <li>Each namespace gets the name of a file: the last part of its path.
 *   <li>Each file is written, and imports the others.
 * </ol>
 */
public final class XmlSchemas {

    private final Map<String, Map<String, DataContractType>> namespaces = new TreeMap<>();
    private final Set<DataContractType> seen = new LinkedHashSet<>();

    private XmlSchemas() {}

    /**
     * The texts of the schemas by file name, such as {@code types.xsd}.
     *
     * @param roots what documents may hold; those without facts have no schema
     * @param keyword under which a schema has its facts
     */
    public static Map<String, String> of(Collection<Schema> roots, String keyword) {
        XmlSchemas schemas = new XmlSchemas();
        roots.stream()
                .filter(root -> !root.keyword(keyword).isMissingNode())
                .map(root -> DataContractType.of(root, keyword))
                .forEach(schemas::collect);
        return schemas.texts();
    }

    private void collect(DataContractType root) {
        Deque<DataContractType> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            DataContractType type = open.remove();
            Shape shape = type.shape();
            boolean structured = shape.isList() || shape.isObject();
            if (structured && seen.add(type)) {
                namespaces
                        .computeIfAbsent(type.name().namespace(), namespace -> new TreeMap<>())
                        .putIfAbsent(type.name().local(), type);
                if (shape.isList()) {
                    open.add(type.items());
                }
                type.members().values().forEach(member -> open.add((DataContractType) member.type()));
            }
        }
    }

    private Map<String, String> texts() {
        Map<String, String> files = new LinkedHashMap<>();
        namespaces.keySet().forEach(namespace -> files.put(namespace, file(namespace, files.values())));
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((namespace, file) ->
                texts.put(file, new XmlSchemaFile(namespace, files).text(namespaces.get(namespace))));
        return texts;
    }

    private static String file(String namespace, Collection<String> taken) {
        String path = namespace.replaceFirst("/$", "");
        String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "-");
        for (int number = 1; ; number++) {
            String file = name + (number == 1 ? "" : "-" + number) + ".xsd";
            if (!taken.contains(file)) {
                return file;
            }
        }
    }
}
