package io.platformapi.contract.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Encoding;
import io.platformapi.contract.Example;
import io.platformapi.contract.Header;
import io.platformapi.contract.In;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Response;
import io.platformapi.contract.Server;
import io.platformapi.contract.Style;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Schemas;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parts operations are made of, references followed and defaults filled in. */
final class Parts {

    private static final List<MediaType> JSON =
            List.of(MediaType.of("application/json"), MediaType.of("*/*+json"), MediaType.of("text/json"));

    private final Schemas schemas;

    Parts(Schemas schemas) {
        this.schemas = schemas;
    }

    /** A parameter; empty for one in a place OpenAPI does not know. */
    Optional<Parameter> parameter(Node written) {
        Node node = written.resolved();
        return In.ofParameter(node.text("in", "")).map(in -> parameter(node, in));
    }

    private Parameter parameter(Node node, In in) {
        Style style = Style.named(node.text("style", "")).orElse(Style.usual(in));
        @Nullable
        Content content = contents(node.member("content")).stream().findFirst().orElse(null);
        return new Parameter(
                node.text("name", ""),
                in,
                in == In.PATH || node.flag("required"),
                style,
                node.member("explode").exists() ? node.flag("explode") : style == Style.FORM,
                node.flag("allowReserved"),
                node.flag("allowEmptyValue"),
                node.flag("deprecated"),
                content == null ? schemas.of(node.member("schema")) : content.schema(),
                content,
                content == null ? examples(node) : content.examples(),
                node);
    }

    List<Content> contents(Node node) {
        List<Content> contents = new ArrayList<>();
        node.resolved()
                .members()
                .forEach((name, content) ->
                        MediaType.parse(name).ifPresent(type -> contents.add(content(type, content.resolved()))));
        return List.copyOf(contents);
    }

    private Content content(MediaType type, Node node) {
        Schema schema = schemas.of(node.member("schema"));
        Map<String, Example> examples = examples(node);
        if (JSON.stream().anyMatch(json -> json.includes(type))) {
            examples.replaceAll((name, example) -> example.with(Json.meant(example.value(), schema)));
        }
        return new Content(type, schema, examples, encodings(node.member("encoding")), node);
    }

    Response response(String key, Node node) {
        return new Response(key, node.text("description", ""), headers(node), contents(node.member("content")), node);
    }

    private Map<String, Header> headers(Node owner) {
        Map<String, Header> headers = new LinkedHashMap<>();
        owner.member("headers")
                .resolved()
                .members()
                .forEach((name, header) -> headers.put(name, header(name, header.resolved())));
        return headers;
    }

    private Header header(String name, Node node) {
        Schema schema = contents(node.member("content")).stream()
                .findFirst()
                .map(Content::schema)
                .orElseGet(() -> schemas.of(node.member("schema")));
        return new Header(name, node.flag("required"), node.flag("explode"), schema, examples(node), node);
    }

    List<Server> servers(Node owner) {
        return owner.member("servers").items().stream().map(Parts::server).toList();
    }

    private static Server server(Node node) {
        String url = node.text("url", "/");
        for (Map.Entry<String, Node> variable :
                node.member("variables").members().entrySet()) {
            url = url.replace("{" + variable.getKey() + "}", variable.getValue().text("default", ""));
        }
        return new Server(url, node);
    }

    private static Map<String, Example> examples(Node owner) {
        Map<String, Example> examples = new LinkedHashMap<>();
        Node single = owner.member("example");
        if (single.exists()) {
            examples.put("", new Example("", "", single.json(), single));
        }
        owner.member("examples").resolved().members().forEach((name, written) -> {
            Node node = written.resolved();
            JsonNode value = node.json().path("value");
            examples.put(name, new Example(name, node.text("summary", ""), value, node));
        });
        return examples;
    }

    private Map<String, Encoding> encodings(Node node) {
        Map<String, Encoding> encodings = new LinkedHashMap<>();
        node.members().forEach((member, encoding) -> {
            Style style = Style.named(encoding.text("style", "")).orElse(Style.FORM);
            boolean explode = encoding.member("explode").exists() ? encoding.flag("explode") : style == Style.FORM;
            boolean reserved = !encoding.member("allowReserved").exists() || encoding.flag("allowReserved");
            encodings.put(
                    member,
                    new Encoding(encoding.text("contentType", ""), style, explode, reserved, headers(encoding)));
        });
        return encodings;
    }
}
