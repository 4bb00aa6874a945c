package io.platformapi.contract.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.http.Sequences;
import io.platformapi.contract.layout.Field;
import io.platformapi.contract.layout.Kind;
import io.platformapi.contract.layout.Spots;
import io.platformapi.contract.pattern.RegexFinder;
import io.platformapi.contract.schema.Draft;
import io.platformapi.contract.schema.SchemaVersion;
import io.platformapi.contract.schema.Shown;
import io.platformapi.contract.source.Edits;
import io.platformapi.contract.source.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A document whose schemas every tool reads alike: what cannot be read is left out, and told; references lead to
 * places, not to names.
 *
 * <ol>
 *   <li>Every schema is found, wherever it stands.
 *   <li>What is written in an older edition of JSON Schema is written in the latest.
 *   <li>Each argument of each keyword is looked at; one that is none is left out, and a schema that is none is one that
 *       takes every value.
 *   <li>The schema of a sequence's items becomes one of the list that they make.
 *   <li>References by {@code $id} and {@code $anchor} become references by place; then the names are left out.
 *   <li>Those that depend on how one came to them become references by place as well.
 *   <li>The changes are made at once, in all files.
 * </ol>
 */
public final class PlainSchemas {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final List<String> NAMING = List.of("$id", "$anchor", "$dynamicAnchor", "$schema");

    private final SchemaVersion version;
    private final Edits edits = new Edits();
    private final List<Illegible> unread = new ArrayList<>();

    private PlainSchemas(SchemaVersion version) {
        this.version = version;
    }

    /**
     * A document and what of its schemas was left out.
     *
     * @param document the root of the document without it
     * @param unread what it is, in the order of the text
     */
    public record Reading(Node document, List<Illegible> unread) {}

    /**
     * The plain document.
     *
     * @throws io.platformapi.contract.source.UnreadableDocument if a reference leads nowhere or back to itself
     */
    public static Reading of(Node document) {
        return of(document, Spots.of(document));
    }

    /** The same, of a document whose objects have been found. */
    public static Reading of(Node document, Spots spots) {
        spots.checkBroken();
        PlainSchemas plain = new PlainSchemas(SchemaVersion.of(document));
        if (!Draft.of(document).isLatest()) {
            plain.edits.set(document, "jsonSchemaDialect", TextNode.valueOf(SchemaVersion.LATEST));
        }
        spots.of(Kind.SCHEMA).forEach(schema -> plain.read(schema, spots.draft(schema)));
        spots.misfits().forEach(misfit -> plain.read(misfit, spots));
        spots.references().forEach(reference -> plain.read(reference, spots));
        spots.of(Kind.MEDIA_TYPE).forEach(plain::readItems);
        DynamicScopes.settle(document, spots, plain.edits);
        return new Reading(document.edited(plain.edits), List.copyOf(plain.unread));
    }

    /** A schema of the items of a sequence is one of the list that they make (OpenAPI 3.2, section 4.14.1). */
    private void readItems(Node content) {
        Node items = content.member("itemSchema");
        if (!Argument.isSchema(items.json()) || !Sequences.mayBe(content.name())) {
            return;
        }
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "array");
        if (items.isObject()) {
            list.putObject("items").put("$ref", address(items, items));
        } else {
            list.set("items", items.json());
        }
        JsonNode whole = content.member("schema").json();
        edits.set(
                content,
                "schema",
                Argument.isSchema(whole)
                        ? JsonNodeFactory.instance
                                .objectNode()
                                .set(
                                        "allOf",
                                        JsonNodeFactory.instance
                                                .arrayNode()
                                                .add(whole)
                                                .add(list))
                        : list);
    }

    private void read(Node schema, Draft draft) {
        Collection<Node> members = draft.isLatest()
                ? schema.members().values()
                : new OldKeywords(draft, edits, this::leaveOut).rewritten(schema);
        members.forEach(member ->
                Keywords.argument(version, member.name()).ifPresent(argument -> read(schema, member, argument)));
        if (version == SchemaVersion.OPENAPI_3_1 && schema.member("$schema").exists()) {
            readDialect(schema.member("$schema"));
        }
        NAMING.stream().filter(schema.json()::has).forEach(keyword -> edits.remove(schema, keyword));
    }

    private void readDialect(Node dialect) {
        if (dialect.json().isTextual() && !SchemaVersion.isKnown(dialect.json().asText())) {
            leaveOut(
                    dialect,
                    "schemas in the dialect " + Shown.of(dialect.json()) + " are not understood; this one is read as "
                            + SchemaVersion.LATEST);
        }
    }

    private void read(Node schema, Node value, Argument argument) {
        if (!argument.accepts(value.json())) {
            edits.remove(schema, value.name());
            leaveOut(
                    value,
                    "\"" + value.name() + "\" takes " + argument.phrase() + "; " + Shown.of(value.json())
                            + " is passed over, as if the keyword were not there"
                            + Advice.of(schema, value.name(), argument));
            return;
        }
        switch (argument) {
            case COUNT -> {
                if (value.json().decimalValue().compareTo(LARGEST) > 0) {
                    edits.set(schema, value.name(), IntNode.valueOf(Integer.MAX_VALUE)); // no value is that large
                }
            }
            case SCHEMA -> {
                if (!value.name().equals("additionalProperties")) {
                    readBoolean(schema, value);
                }
            }
            case SCHEMAS, ONLY_SCHEMAS -> value.items().forEach(item -> readSchema(value, item));
            case SCHEMAS_BY_NAME -> value.members().values().forEach(member -> readSchema(value, member));
            case SCHEMAS_BY_PATTERN ->
                value.members().values().forEach(member -> {
                    readSchema(value, member);
                    readPattern(value, member);
                });
            default -> {
                // nothing in it is a schema of its own
            }
        }
    }

    /** OpenAPI 3.0 has no schemas that are true or false, but schemas that say the same. */
    private void readBoolean(Node owner, Node schema) {
        if (version == SchemaVersion.OPENAPI_3_0 && schema.json().isBoolean()) {
            ObjectNode same = JsonNodeFactory.instance.objectNode();
            if (!schema.json().booleanValue()) {
                same.putObject("not");
            }
            edits.set(owner, schema.name(), same);
        }
    }

    private void readSchema(Node owner, Node schema) {
        readBoolean(owner, schema);
        if (!Argument.isSchema(schema.json())) {
            edits.set(owner, schema.name(), JsonNodeFactory.instance.objectNode());
            leaveOut(
                    schema,
                    "\"" + schema.name() + "\" of " + owner.name() + " is no schema but " + Shown.of(schema.json())
                            + "; it is read as {}, which takes every value");
        }
    }

    private void readPattern(Node owner, Node schema) {
        if (RegexFinder.refusal(schema.name()).isPresent()) {
            edits.remove(owner, schema.name());
            leaveOut(
                    schema,
                    "\"patternProperties\" takes schemas by regular expression; \"" + schema.name()
                            + "\" is none that is understood, and is passed over with its schema"
                            + Advice.pattern(schema.name()));
        }
    }

    /** Of schemas the keyword has been told already, where it is one. */
    private void read(Spots.Misfit misfit, Spots spots) {
        Node node = misfit.node();
        Node owner = node.parent();
        if (is(Kind.SCHEMA, owner, spots) && isKeyword(node)
                || is(Kind.SCHEMA, owner.parent(), spots) && isKeyword(owner)) {
            return;
        }
        if (owner.isObject()) {
            edits.remove(owner, node.name());
        }
        tell(node, misfit.slip().rule(), misfit.slip().message());
    }

    private boolean isKeyword(Node member) {
        return Draft.isOld(member.name())
                || Keywords.argument(version, member.name()).isPresent();
    }

    private void read(Spots.Reference reference, Spots spots) {
        Node written = reference.written();
        boolean fits = reference.form() != Field.Form.ONE || is(reference.kind(), reference.target(), spots);
        if (!fits) {
            readMisled(reference, spots);
        } else if (reference.by() == Spots.By.NAME || !written.name().equals("$ref")) {
            edits.remove(written.parent(), written.name());
            edits.set(written.parent(), "$ref", TextNode.valueOf(address(written, reference.target())));
        } else if (reference.by() == Spots.By.ADDRESS_AGAINST_NAME) {
            tell(
                    written,
                    "reference-by-name",
                    "by the $id around it this $ref leads to where nothing of the document is; it is read by the"
                            + " address of the file instead; leave the $id out, or give it to the target as well");
        }
    }

    private void readMisled(Spots.Reference reference, Spots spots) {
        Node written = reference.written();
        boolean schema = reference.kind() == Kind.SCHEMA;
        if (schema) {
            edits.remove(written.parent(), written.name());
        }
        String found = spots.kind(reference.target())
                .map(Kind::oneOf)
                .orElseGet(() -> Shown.of(reference.target().json()));
        tell(
                written,
                "reference-kind",
                "this reference leads to " + found + ", not to "
                        + reference.kind().oneOf() + "; it is "
                        + (schema ? "passed over, as if it were not there" : "read as one all the same"));
    }

    private static boolean is(Kind kind, Node node, Spots spots) {
        return kind == Kind.SCHEMA && node.json().isBoolean()
                || spots.kind(node).filter(kind::equals).isPresent();
    }

    /** What leads from a place to another. */
    static String address(Node from, Node target) {
        String file = from.file().uri().equals(target.file().uri())
                ? ""
                : target.file().uri().toString();
        return file + "#" + target.pointer().replace("%", "%25");
    }

    private void leaveOut(Node node, String message) {
        tell(node, "schema-keyword", message);
    }

    private void tell(Node node, String rule, String message) {
        unread.add(new Illegible(node, rule, message));
    }
}
