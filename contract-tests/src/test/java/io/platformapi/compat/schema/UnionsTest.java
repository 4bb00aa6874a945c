package io.platformapi.compat.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.compat.schema.reading.References;
import io.platformapi.compat.schema.reading.SchemaReading;
import io.platformapi.compat.schema.search.Effort;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Unions grow, and what proves that a grown one is understood must not grow faster than the square of its branches.
 * Counted are steps, which are the same on every machine.
 */
class UnionsTest {

    private static final int OWN_MEMBERS = 6;

    /** How the branches of a union are told apart. */
    enum Kind {
        TAGGED,
        TAGGED_WITH_DISCRIMINATOR,
        REQUIRED_MEMBERS,
        OPTIONAL_MEMBERS,
        SHARED_NAMES,
        SHARED_NAMES_OF_OTHER_TYPES,
        NESTED,
        IN_LISTS_AND_MAPS;

        boolean isTagged() {
            return this == TAGGED || this == TAGGED_WITH_DISCRIMINATOR || this == NESTED || this == IN_LISTS_AND_MAPS;
        }
    }

    /** What is asked of two documents and what it took. */
    private record Asked(Verdict verdict, long steps) {}

    @ParameterizedTest
    @EnumSource(Kind.class)
    void provesAnOptionalMemberOfOneBranchWithinTheSquare(Kind kind) {
        ObjectNode more = JsonNodeFactory.instance.objectNode().put("type", "string");
        growsAtMostQuadratically(kind, (document, n) -> member(document, n / 2, "extra", more));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void provesAnOptionalMemberOfWhatAllBranchesShareWithinTheSquare(Kind kind) {
        growsAtMostQuadratically(
                kind,
                (document, n) -> document.withObject("/defs/Address/properties")
                        .putObject("extra")
                        .put("type", "string"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void provesAnotherBranchWithinTheSquare(Kind kind) {
        growsAtMostQuadratically(kind, (document, n) -> {
            document.withObject("/defs").set("M" + n, branch(kind, n));
            ((ArrayNode) document.at(kind == Kind.NESTED ? "/defs/U1/oneOf" : "/defs/U/oneOf")).add(reference("M" + n));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TAGGED", "TAGGED_WITH_DISCRIMINATOR", "NESTED", "IN_LISTS_AND_MAPS", "REQUIRED_MEMBERS"})
    void findsTheOneBranchThatBreaks(Kind kind) {
        for (int n : new int[] {4, 64}) {
            ObjectNode before = document(kind, n);
            ObjectNode after = before.deepCopy();
            member(
                    after,
                    n / 2,
                    "p" + n / 2 + "_0",
                    JsonNodeFactory.instance.objectNode().put("type", "array"));
            Asked asked = ask(before, after, SchemaReading.Profile.COMMON);
            assertThat(asked.verdict()).isInstanceOf(Verdict.No.class);
            assertThat(((Verdict.No) asked.verdict()).witness().toString())
                    .contains(kind.isTagged() ? "\"m" + n / 2 + "\"" : "\"k" + n / 2 + "\"");
        }
    }

    /** A change of a document of so many branches. */
    private interface Change {
        void make(ObjectNode document, int branches);
    }

    private static void growsAtMostQuadratically(Kind kind, Change change) {
        long few = steps(kind, 16, change);
        long many = steps(kind, 64, change);
        assertThat(many).as("%s steps for 16 branches, for 64", few).isLessThan(20 * few);
    }

    private static long steps(Kind kind, int n, Change change) {
        ObjectNode before = document(kind, n);
        ObjectNode after = before.deepCopy();
        change.make(after, n);
        Asked asked = ask(before, after, SchemaReading.Profile.COMMON);
        assertThat(asked.verdict()).as("%s branches", n).isEqualTo(new Verdict.Yes());
        return asked.steps();
    }

    private static Asked ask(ObjectNode sent, ObjectNode read, SchemaReading.Profile profile) {
        Effort effort = new Effort();
        Verdict verdict = new Subsumption(within(sent), within(read), SchemaReading.Direction.REQUEST, profile, effort)
                .subset(new References.Located(sent, ""), new References.Located(read, ""));
        return new Asked(verdict, effort.spent());
    }

    private static Subsumption.Document within(JsonNode document) {
        return new Subsumption.Document(References.within(document), SchemaReading.Dialect.JSON_SCHEMA_2020_12);
    }

    private static ObjectNode document(Kind kind, int n) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode defs = document.putObject("defs");
        defs.putObject("Address")
                .put("type", "object")
                .putObject("properties")
                .putObject("city")
                .put("type", "string");
        for (int i = 0; i < n; i++) {
            defs.set("M" + i, branch(kind, i));
            union(kind, defs, kind == Kind.NESTED ? "U" + i % 4 : "U", i);
        }
        for (int i = 0; kind == Kind.NESTED && i < 4; i++) {
            defs.withObject("/U").withArray("oneOf").add(reference("U" + i));
        }
        ObjectNode properties = document.put("type", "object").putObject("properties");
        properties.set("method", reference("U"));
        if (kind == Kind.IN_LISTS_AND_MAPS) {
            properties.putObject("list").put("type", "array").set("items", reference("U"));
            properties.putObject("map").put("type", "object").set("additionalProperties", reference("U"));
        }
        return document;
    }

    private static void union(Kind kind, ObjectNode defs, String name, int i) {
        ObjectNode union = defs.withObject("/" + name);
        union.withArray("oneOf").add(reference("M" + i));
        if (kind == Kind.TAGGED_WITH_DISCRIMINATOR) {
            union.withObject("/discriminator")
                    .put("propertyName", "type")
                    .withObject("/mapping")
                    .put("m" + i, "#/defs/M" + i);
        }
    }

    private static ObjectNode branch(Kind kind, int i) {
        ObjectNode branch = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = branch.putObject("properties");
        if (kind.isTagged()) {
            properties.putObject("type").put("type", "string").putArray("enum").add("m" + i);
            branch.putArray("required").add("type");
        } else if (kind == Kind.REQUIRED_MEMBERS) {
            properties.putObject("k" + i).put("type", "string");
            branch.putArray("required").add("k" + i);
        }
        boolean shared = kind == Kind.SHARED_NAMES || kind == Kind.SHARED_NAMES_OF_OTHER_TYPES;
        for (int j = 0; j < OWN_MEMBERS; j++) {
            boolean other = kind == Kind.SHARED_NAMES_OF_OTHER_TYPES && (i + j) % 3 == 0;
            properties.putObject(shared ? "p" + j : "p" + i + "_" + j).put("type", other ? "integer" : "string");
        }
        properties.set("address", reference("Address"));
        return branch;
    }

    private static void member(ObjectNode document, int branch, String name, JsonNode schema) {
        document.withObject("/defs/M" + branch + "/properties").set(name, schema);
    }

    private static ObjectNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/defs/" + name);
    }
}
