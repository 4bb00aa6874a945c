package io.platformapi.compat;

import io.platformapi.contract.Content;
import io.platformapi.contract.Encoding;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Evidence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares how the members of a form are written (OpenAPI 3.1, section 4.8.15), by what goes over the wire; of other
 * bodies their encoding objects say nothing. Header fields of parts are not looked at here.
 */
record EncodingComparison(Comparison comparison, Flow flow) {

    /** A member of a form, as one edition has it. */
    private record Field(Content content, String name) {

        Encoding encoding() {
            return content.encodings().getOrDefault(name, Encoding.USUAL);
        }

        Node node() {
            return content.node().member("encoding").member(name);
        }

        Schema schema() {
            Schema declared = content.schema().properties().get(name);
            return declared != null
                    ? declared
                    : content.schema()
                            .additionalProperties()
                            .orElseGet(() -> content.schema().below("additionalProperties"));
        }

        boolean isMultipart() {
            return content.type().type().equals("multipart");
        }

        /** What it may be sent as: what is declared, else what goes without saying. */
        List<MediaType> types() {
            return encoding().contentType().isEmpty()
                    ? List.of(usual(schema()))
                    : encoding().types();
        }

        private static MediaType usual(Schema schema) {
            if (schema.is(Type.ARRAY)) {
                return usual(schema.items());
            }
            boolean bytes = schema.format().equals("binary") || schema.types().isEmpty();
            String type =
                    schema.is(Type.OBJECT) ? "application/json" : bytes ? "application/octet-stream" : "text/plain";
            return MediaType.parse(schema.keyword("contentMediaType").asText(type))
                    .orElseGet(() -> MediaType.of(type));
        }

        /** How lists and objects look; an object is a document unless a style is asked for. */
        String form() {
            boolean styled = Stream.of("style", "explode", "allowReserved")
                    .anyMatch(each -> node().member(each).exists());
            return schema().is(Type.OBJECT) && !styled
                    ? name + "={\"a\":1,\"b\":2}"
                    : ParameterForms.of(new Parameter(
                            name,
                            In.QUERY,
                            false,
                            encoding().style(),
                            encoding().explode() || isMultipart(),
                            false,
                            false,
                            false,
                            schema(),
                            null,
                            Map.of(),
                            schema().written()));
        }

        boolean isAlike(Field other) {
            return schema().is(Type.ARRAY) == other.schema().is(Type.ARRAY)
                    && schema().is(Type.OBJECT) == other.schema().is(Type.OBJECT);
        }
    }

    /**
     * Compares those of two bodies.
     *
     * @param part the name of the body
     */
    void compare(Operation operation, String part, Content old, Content fresh) {
        if (!isForm(old) || !isForm(fresh)) {
            return;
        }
        Set<String> names = new LinkedHashSet<>(old.encodings().keySet());
        names.addAll(fresh.encodings().keySet());
        for (String name : names) {
            Pair pair = new Pair(operation, part + " " + name, new Field(old, name), new Field(fresh, name));
            types(pair);
            style(pair);
            reserved(pair);
        }
    }

    private static boolean isForm(Content content) {
        return content.type().type().equals("multipart")
                || content.type().essence().equals("application/x-www-form-urlencoded");
    }

    private record Pair(Operation operation, String name, Field old, Field fresh) {}

    private void types(Pair pair) {
        Field sender = flow.isOfClients() ? pair.old() : pair.fresh();
        Field reader = flow.isOfClients() ? pair.fresh() : pair.old();
        List<MediaType> strange = sender.types().stream()
                .filter(each -> !reader.encoding().takes(each))
                .toList();
        String said = ": `contentType` was " + words(pair.old()) + " and is " + words(pair.fresh()) + ".";
        if (!strange.isEmpty()) {
            breaking(pair, said, "Content-Type: " + strange.get(0) + " of the part");
        } else if (!pair.old().types().equals(pair.fresh().types())) {
            harmless(pair, said);
        }
    }

    private static String words(Field field) {
        return field.types().stream().map(MediaType::toString).collect(Collectors.joining(", "));
    }

    /** Styles are those of parameters; 3.0 has none in multipart. */
    private void style(Pair pair) {
        boolean none = pair.old().isMultipart()
                && !(comparison.old().readsBesideReferences()
                        && comparison.fresh().readsBesideReferences());
        String was = pair.old().form();
        String is = pair.fresh().form();
        if (!none && pair.old().isAlike(pair.fresh()) && !was.equals(is)) {
            breaking(pair, " is put together in another way.", was + ", today " + is);
        }
    }

    private void reserved(Pair pair) {
        boolean was = pair.old().node().flag("allowReserved");
        boolean is = pair.fresh().node().flag("allowReserved");
        if (was != is) {
            String said = is
                    ? ": its value may have reserved characters as they are."
                    : ": its value may no longer have reserved characters as they are.";
            if (was == flow.isOfClients()) {
                breaking(pair, said, "a value with such characters");
            } else {
                harmless(pair, said);
            }
        }
    }

    private void breaking(Pair pair, String said, String witness) {
        comparison.report(
                OperationComparison.breaking(Change.PART_RESPELLED.id(flow), pair.operation(), pair.name() + said)
                        .provedBy(List.of(new Evidence(Evidence.WITNESS, witness))),
                pair.name(),
                place(pair.old()),
                place(pair.fresh()));
    }

    private void harmless(Pair pair, String said) {
        comparison.report(
                OperationComparison.note(Change.SCHEMA_EXTENDED.id(flow), pair.operation(), pair.name() + said),
                pair.name(),
                place(pair.old()),
                place(pair.fresh()));
    }

    private static Node place(Field field) {
        return field.node().exists() ? field.node() : field.content().node();
    }
}
