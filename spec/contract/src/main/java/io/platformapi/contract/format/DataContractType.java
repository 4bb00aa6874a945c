package io.platformapi.contract.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Lazy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A type as .NET's DataContractSerializer spells it, by the facts that its schema has under a keyword.
 *
 * <p>Where a schema has none, the serializer's own rules are taken: a scalar is named by its kind, a list is
 * {@code ArrayOf} its items.
 */
final class DataContractType extends XmlType {

    private static final String ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";
    private static final String CLASSES = "http://schemas.datacontract.org/2004/07/";

    private final String keyword;
    private final JsonNode facts;
    private final String namespace;
    private final boolean inDeclaredOrder;
    private final Optional<XmlEntry> entry;
    private final Set<String> ignored = new HashSet<>();
    private final Lazy<DataContractType> items = new Lazy<>(this::findItems);
    private final Lazy<XmlName> name = new Lazy<>(this::findName);
    private final Lazy<List<String>> declared =
            new Lazy<>(() -> List.copyOf(shape().members().keySet()));

    private DataContractType(Shape shape, String keyword) {
        super(shape);
        this.keyword = keyword;
        this.facts = shape.schema().keyword(keyword);
        String usual = shape.isObject() && !shape.members().isEmpty() ? CLASSES : ARRAYS;
        this.namespace = facts.path("namespace").asText(usual).intern();
        facts.path("ignored").forEach(name -> ignored.add(name.asText()));
        this.inDeclaredOrder = facts.path("order").asText().equalsIgnoreCase("declared");
        this.entry = findEntry();
    }

    static DataContractType of(Schema schema, String keyword) {
        Shape shape = Shape.of(schema);
        return schema.kept(DataContractType.class, any -> new DataContractType(shape, keyword));
    }

    @Override
    XmlName name() {
        return name.get();
    }

    private XmlName findName() {
        if (shape().isList() && facts.isMissingNode()) {
            XmlName item = items().name();
            return item.named("ArrayOf" + item.local());
        }
        return new XmlName(namespace, local());
    }

    private String local() {
        if (facts.has("name")) {
            return facts.path("name").asText();
        }
        boolean named = shape().isObject() || !facts.isMissingNode();
        return shape().schema().name().filter(name -> named).orElseGet(this::kind);
    }

    private String kind() {
        Schema schema = shape().schema();
        if (schema.is(Type.BOOLEAN)) {
            return "boolean";
        }
        if (schema.is(Type.NUMBER) && !schema.is(Type.STRING)) {
            return schema.format().equals("float") ? "float" : "double";
        }
        if (schema.is(Type.INTEGER) && !schema.is(Type.STRING)) {
            return schema.format().equals("int64") ? "long" : "int";
        }
        return switch (schema.format()) {
            case "uuid" -> "guid";
            case "date-time" -> "dateTime";
            case "byte" -> "base64Binary";
            default -> schema.is(Type.STRING) ? "string" : "anyType";
        };
    }

    @Override
    String content() {
        if (shape().isList()) {
            return items().name().namespace();
        }
        return shape().isObject() ? namespace : "";
    }

    @Override
    DataContractType items() {
        return items.get();
    }

    private DataContractType findItems() {
        return of(shape().items().schema(), keyword);
    }

    @Override
    XmlName item(XmlName list) {
        return items().name();
    }

    @Override
    Optional<XmlEntry> entry() {
        return entry;
    }

    private Optional<XmlEntry> findEntry() {
        if (!facts.has("item") && !shape().members().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new XmlEntry(
                new XmlName(namespace, facts.path("item").asText("KeyValueOfstringstring")),
                new XmlName(namespace, facts.path("key").asText("Key")),
                new XmlName(namespace, facts.path("value").asText("Value"))));
    }

    @Override
    XmlMember declared(String name, Shape member) {
        XmlPlace place = ignored.contains(name) ? XmlPlace.NOWHERE : XmlPlace.ELEMENT;
        return new XmlMember(name, new XmlName(namespace, name), place, () -> of(member.schema(), keyword));
    }

    @Override
    XmlMember undeclared(String name, Shape member) {
        return new XmlMember(name, new XmlName(namespace, name), XmlPlace.ELEMENT, () -> of(member.schema(), keyword));
    }

    @Override
    List<String> ordered(List<String> names) {
        if (!inDeclaredOrder) {
            return names.stream().sorted().toList();
        }
        List<String> ordered = new ArrayList<>(shape().members().keySet());
        ordered.retainAll(names);
        names.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
        return ordered;
    }

    @Override
    boolean follows(String previous, String next) {
        if (!inDeclaredOrder) {
            return previous.compareTo(next) < 0;
        }
        int at = declared.get().indexOf(next);
        return at < 0 || declared.get().indexOf(previous) < at;
    }
}
