package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.Response;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Node;
import io.platformapi.mock.recording.UsedApi.Call;
import io.platformapi.mock.recording.UsedOperation.UsedAnswer;
import io.platformapi.mock.recording.UsedOperation.UsedBody;
import io.platformapi.mock.recording.UsedOperation.UsedParameter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads what a client has used from the document that was written of it, by this or by hand. */
final class UsedReading {

    private final Contract consumer;
    private final Contract contract;

    /** @param contract what the client uses: paths are written as there */
    UsedReading(Contract consumer, Contract contract) {
        this.consumer = consumer;
        this.contract = contract;
    }

    UsedApi api() {
        UsedApi api = UsedApi.NOTHING;
        for (Operation operation : consumer.operations()) {
            Optional<Operation> like = like(operation);
            Call call = new Call(like.orElse(operation).path().text(), operation.method());
            api = api.with(call, operation(operation, like));
        }
        return api;
    }

    private Optional<Operation> like(Operation operation) {
        return contract.operations().stream()
                .filter(each -> each.method().equals(operation.method())
                        && each.path().shape().equals(operation.path().shape()))
                .findFirst();
    }

    private static UsedOperation operation(Operation operation, Optional<Operation> like) {
        SortedMap<String, UsedParameter> parameters = new TreeMap<>();
        for (Parameter parameter : operation.parameters()) {
            parameters.put(
                    parameter.in().keyword() + " " + name(parameter, operation, like),
                    new UsedParameter(value(parameter.schema().written(), Sender.CLIENT, 0), parameter.required()));
        }
        SortedMap<String, UsedAnswer> answers = new TreeMap<>();
        operation.responses().forEach((key, response) -> answers.put(key, answer(response)));
        SortedSet<String> ways = new TreeSet<>();
        operation
                .node()
                .member("security")
                .items()
                .forEach(way -> ways.add(UsedOperation.way(way.members().keySet())));
        return new UsedOperation(parameters, operation.body().map(UsedReading::body), answers, ways);
    }

    /** A variable of the path is called as in the contract. */
    private static String name(Parameter parameter, Operation operation, Optional<Operation> like) {
        int position = operation.path().variables().indexOf(parameter.name());
        List<String> names = like.map(each -> each.path().variables()).orElse(List.of());
        return switch (parameter.in()) {
            case PATH -> position >= 0 && position < names.size() ? names.get(position) : parameter.name();
            default -> parameter.name();
        };
    }

    private static UsedBody body(RequestBody body) {
        return new UsedBody(contents(body.contents(), Sender.CLIENT), body.required());
    }

    private static UsedAnswer answer(Response response) {
        SortedSet<String> headers = new TreeSet<>(response.headers().keySet());
        return new UsedAnswer(contents(response.contents(), Sender.SERVER), headers);
    }

    private static SortedMap<String, UsedValue> contents(List<Content> contents, Sender sender) {
        SortedMap<String, UsedValue> used = new TreeMap<>();
        contents.forEach(content ->
                used.put(content.type().toString(), value(content.schema().written(), sender, 0)));
        return used;
    }

    /** Who sends a value: what an open object may hold besides, is of interest of a client only. */
    private enum Sender {
        CLIENT,
        SERVER
    }

    private static UsedValue value(Node written, Sender sender, int depth) {
        Node schema = written.resolved();
        if (!schema.isObject() || depth > UsedValue.DEEPEST) {
            return depth > UsedValue.DEEPEST ? UsedValue.ANY.deep() : UsedValue.ANY;
        }
        if (sender == Sender.CLIENT && !SentSchemas.saysItself(schema.json())) {
            return UsedValue.ANY;
        }
        UsedValue value = own(schema, sender, depth);
        for (Node branch : sender == Sender.SERVER ? branches(schema) : List.<Node>of()) {
            value = value.beside(value(branch, sender, depth + 1));
        }
        return value;
    }

    /** What a client is answered stands in branches, where the contract has such. */
    private static List<Node> branches(Node schema) {
        return Stream.of("anyOf", "oneOf", "allOf")
                .flatMap(keyword -> schema.member(keyword).items().stream())
                .toList();
    }

    private static UsedValue own(Node schema, Sender sender, int depth) {
        SortedMap<String, UsedValue> members = new TreeMap<>();
        schema.member("properties").members().forEach((name, member) -> {
            if (!isNever(member)) {
                members.put(name, value(member, sender, depth + 1));
            }
        });
        SortedSet<String> always = new TreeSet<>();
        schema.member("required").items().forEach(name -> always.add(name.json().asText()));
        if (sender == Sender.CLIENT) { // branches of what is answered ask for members that others describe
            always.retainAll(members.keySet());
        }
        Node others = schema.member("additionalProperties");
        SortedMap<String, JsonNode> words = new TreeMap<>();
        schema.member("enum").items().forEach(word -> words.put(word.json().toString(), word.json()));
        if (schema.json().has("const")) {
            JsonNode word = schema.json().get("const");
            words.put(word.toString(), word);
        }
        Set<Type> types = types(schema);
        boolean open = sender == Sender.CLIENT && types.contains(Type.OBJECT) && !others.isObject() && !isFalse(others);
        return new UsedValue(
                types,
                members,
                always,
                open,
                others.isObject() ? Optional.of(value(others, sender, depth + 1)) : Optional.empty(),
                items(schema, types, sender, depth),
                words,
                words.isEmpty(),
                false);
    }

    private static boolean isNever(Node schema) {
        return isFalse(schema)
                || schema.json().size() == 1
                        && schema.member("not").isObject()
                        && schema.member("not").json().isEmpty();
    }

    private static boolean isFalse(Node node) {
        return node.json().isBoolean() && !node.json().asBoolean();
    }

    private static Optional<UsedValue> items(Node schema, Set<Type> types, Sender sender, int depth) {
        Node items = schema.member("items");
        if (items.exists()) {
            return Optional.of(value(items, sender, depth + 1));
        }
        boolean empty = schema.json().path("maxItems").asInt(-1) == 0;
        boolean unknown = sender == Sender.CLIENT && types.contains(Type.ARRAY) && !types.equals(UsedValue.ANY.types());
        return unknown && !empty ? Optional.of(UsedValue.ANY) : Optional.empty();
    }

    private static Set<Type> types(Node schema) {
        Set<Type> types = EnumSet.noneOf(Type.class);
        types.addAll(SchemaParts.typesOf(schema));
        return types.isEmpty() ? UsedValue.ANY.types() : types;
    }
}
