package io.platformapi.mock.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Example;
import io.platformapi.contract.Header;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.RequestBody;
import io.platformapi.contract.Response;
import io.platformapi.contract.Router;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Kept;
import io.platformapi.contract.source.Loader;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Place;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.mock.recording.UsedApi.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Examples that were recorded, put before those of a document. */
public final class RecordedExamples {

    private final Path folder;

    /** @param folder where {@link ExampleRecorder} wrote them */
    public RecordedExamples(Path folder) {
        this.folder = folder;
    }

    /**
     * A contract with the examples.
     *
     * @param loader reads their files
     * @throws UnreadableDocument if there are none, or the contract has no such operation or part of it
     */
    public Contract in(Contract contract, Loader loader) {
        ExampleFolder files = new ExampleFolder(folder);
        if (!files.exists()) {
            throw unreadable(
                    Files.exists(folder)
                            ? "this is a file, and examples are a folder that --record-examples makes"
                            : "there is no such folder; --record-examples makes one");
        }
        if (!contract.dialect().name().isEmpty()) {
            throw ExampleRecorder.ofDialect(contract);
        }
        SortedMap<Call, OperationExamples> examples = new TreeMap<>(files.read(loader));
        List<Operation> operations = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            OperationExamples own = examples.remove(new Call(operation.path().text(), operation.method()));
            operations.add(own == null ? operation : with(own, operation));
        }
        if (!examples.isEmpty()) {
            Call first = examples.firstKey();
            throw unreadable("there are examples of " + first.method() + " " + first.path()
                    + ", which the document does not have");
        }
        return new Contract(
                contract.document(),
                contract.title(),
                contract.version(),
                contract.dialect(),
                contract.schemas(),
                contract.servers(),
                List.copyOf(operations),
                contract.webhooks(),
                contract.securitySchemes(),
                new Router(operations, contract.dialect().pathMatching()),
                contract.warnings(),
                contract.illegible());
    }

    private UnreadableDocument unreadable(String problem) {
        return new UnreadableDocument(new Place(folder.toString(), "", 1), problem);
    }

    private static Operation with(OperationExamples examples, Operation operation) {
        RequestBody body = operation.requestBody();
        return new Operation(
                operation.id(),
                operation.method(),
                operation.path(),
                operation.tags(),
                operation.summary(),
                operation.deprecated(),
                operation.parameters().stream()
                        .map(parameter -> with(examples, parameter))
                        .toList(),
                body == null
                        ? null
                        : new RequestBody(body.required(), contents(body.contents(), examples, ""), body.node()),
                responses(operation, examples),
                operation.security(),
                operation.servers(),
                operation.callbacks(),
                operation.node(),
                new Kept());
    }

    private static Parameter with(OperationExamples examples, Parameter parameter) {
        ExamplePlace place = ExamplePlace.parameter(parameter.in().keyword(), parameter.name());
        return parameter.with(joined(examples, place, parameter.examples(), parameter.node()));
    }

    /** A status that only a range or the default documents gets an entry of its own, so that it can be answered. */
    private static Map<String, Response> responses(Operation operation, OperationExamples examples) {
        Map<String, Response> responses = new LinkedHashMap<>(operation.responses());
        for (ExamplePlace place : examples.values().keySet()) {
            if (place.isOfAnswer() && !responses.containsKey(place.key())) {
                operation
                        .response(Integer.parseInt(place.key()))
                        .ifPresent(like -> responses.put(
                                place.key(),
                                new Response(
                                        place.key(),
                                        like.description(),
                                        like.headers(),
                                        like.contents(),
                                        like.node())));
            }
        }
        responses.replaceAll((key, response) -> with(examples, key, response));
        return responses;
    }

    private static Response with(OperationExamples examples, String key, Response response) {
        Map<String, Header> headers = new LinkedHashMap<>();
        response.headers().forEach((name, header) -> {
            ExamplePlace place = new ExamplePlace(ExamplePlace.Part.HEADER, key, name);
            headers.put(
                    name,
                    new Header(
                            header.name(),
                            header.required(),
                            header.explode(),
                            header.schema(),
                            header.content(),
                            joined(examples, place, header.examples(), header.node()),
                            header.node()));
        });
        return new Response(
                key, response.description(), headers, contents(response.contents(), examples, key), response.node());
    }

    private static List<Content> contents(List<Content> contents, OperationExamples examples, String key) {
        return contents.stream()
                .map(content -> {
                    ExamplePlace.Part part = key.isEmpty() ? ExamplePlace.Part.BODY : ExamplePlace.Part.ANSWER;
                    ExamplePlace place =
                            new ExamplePlace(part, key, content.type().toString());
                    return new Content(
                            content.type(),
                            content.schema(),
                            joined(examples, place, content.examples(), content.node()),
                            content.encodings(),
                            content.parts(),
                            content.node());
                })
                .toList();
    }

    private static Map<String, Example> joined(
            OperationExamples examples, ExamplePlace place, Map<String, Example> own, Node node) {
        Map<String, Example> all = new LinkedHashMap<>();
        SortedMap<String, JsonNode> recorded = examples.values().getOrDefault(place, new TreeMap<>());
        recorded.forEach((name, value) -> all.put(name, new Example(name, "", value, node)));
        own.forEach(all::putIfAbsent);
        return all;
    }
}
