package io.platformapi.contract.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Encoding;
import io.platformapi.contract.Example;
import io.platformapi.contract.Header;
import io.platformapi.contract.In;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.PartEncodings;
import io.platformapi.contract.Response;
import io.platformapi.contract.Server;
import io.platformapi.contract.Style;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Schemas;
import io.platformapi.contract.source.Node;
import java.nio.charset.StandardCharsets;
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

    /** A parameter; empty for one in a place OpenAPI does not know, or that is said elsewhere. */
    Optional<Parameter> parameter(Node written) {
        Node node = written.resolved();
        return In.ofParameter(node.text("in", ""))
                .filter(in -> in != In.QUERYSTRING || node.member("content").exists())
                .filter(in -> in != In.HEADER || !Parameter.isSaidElsewhere(node.text("name", "")))
                .map(in -> Spelled.decoded(parameter(node, in)));
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
                node.member("explode").exists() ? node.flag("explode") : style.isUsuallyExploded(),
                node.flag("allowReserved"),
                node.flag("allowEmptyValue"),
                node.flag("deprecated"),
                content == null ? schemas.of(node.member("schema")) : content.schema(),
                content,
                content == null ? Examples.of(node) : content.examples(),
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
        Map<String, Example> examples = Examples.of(node);
        if (JSON.stream().anyMatch(json -> json.includes(type))) {
            examples.replaceAll((name, example) ->
                    example.with(example.isSpelled() ? json(example.value()) : Json.meant(example.value(), schema)));
        }
        return new Content(type, schema, examples, encodings(node.member("encoding")), parts(node), node);
    }

    /** The value that a text spells; the text where it spells none, as every check of it will say. */
    private static JsonNode json(JsonNode text) {
        try {
            return new Json().read(text.asText().getBytes(StandardCharsets.UTF_8));
        } catch (MalformedBody e) {
            return text;
        }
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
        Content content = contents(node.member("content")).stream().findFirst().orElse(null);
        Schema schema = content == null ? schemas.of(node.member("schema")) : content.schema();
        Map<String, Example> examples = new LinkedHashMap<>(Examples.of(node));
        if (content != null) {
            content.examples().forEach(examples::putIfAbsent);
        }
        return new Header(name, node.flag("required"), node.flag("explode"), schema, content, examples, node);
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
        return Server.of(url, node);
    }

    private Map<String, Encoding> encodings(Node node) {
        Map<String, Encoding> encodings = new LinkedHashMap<>();
        node.members().forEach((member, encoding) -> encodings.put(member, encoding(encoding)));
        return encodings;
    }

    private Encoding encoding(Node node) {
        Style style = Style.named(node.text("style", "")).orElse(Style.FORM);
        boolean explode = node.member("explode").exists() ? node.flag("explode") : style == Style.FORM;
        boolean reserved = !node.member("allowReserved").exists() || node.flag("allowReserved");
        return new Encoding(node.text("contentType", ""), style, explode, reserved, headers(node));
    }

    private PartEncodings parts(Node content) {
        Node others = content.member("itemEncoding");
        return new PartEncodings(
                content.member("prefixEncoding").items().stream()
                        .map(this::encoding)
                        .toList(),
                others.exists() ? encoding(others) : null);
    }
}
