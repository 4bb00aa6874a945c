package io.platformapi.contract.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.Style;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Percent;
import io.platformapi.contract.http.Query;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.schema.Typing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the text of parameters as their style spells it (OpenAPI 3.1, section 4.8.12.4). */
public final class ParameterReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern DEEP = Pattern.compile("\\[([^\\]]*)]");
    private static final Map<Style, String> DELIMITERS = Map.of(
            Style.SPACE_DELIMITED, "%20|\\+| ",
            Style.PIPE_DELIMITED, "\\||%7C|%7c",
            Style.LABEL, "[.]");

    private final Parameter parameter;
    private final Schema schema;

    public ParameterReader(Parameter parameter) {
        this.parameter = parameter;
        this.schema = parameter.schema();
    }

    /** The value in a query; missing where the query has none. */
    public JsonNode fromQuery(Query query) {
        if (parameter.style() == Style.DEEP_OBJECT) {
            return deepObject(query);
        }
        if (parameter.explode() && isObject()) {
            return exploded(query);
        }
        List<Query.Pair> pairs = query.named(parameter.name());
        if (pairs.isEmpty()) {
            return MissingNode.getInstance();
        }
        boolean list = isArray() && parameter.content() == null && !isOne(pairs);
        return parameter.explode() && (list || pairs.size() > 1)
                ? array(pairs.stream().map(Query.Pair::value))
                : delimited(pairs.get(0).raw());
    }

    /** The value in the cookies of a request; missing where there is none. */
    public JsonNode fromCookies(String cookies) {
        Query given = new Query(Stream.of(cookies.split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.contains("="))
                .map(this::pair)
                .toList());
        if (parameter.style() == Style.COOKIE) {
            return fromQuery(given);
        }
        List<Query.Pair> own = given.named(parameter.name());
        return own.isEmpty() ? MissingNode.getInstance() : fromText(own.get(0).raw());
    }

    /** A cookie as a pair of a query; in the style of cookies nothing is encoded. */
    private Query.Pair pair(String cookie) {
        int equals = cookie.indexOf('=');
        String value = cookie.substring(equals + 1);
        return new Query.Pair(
                cookie.substring(0, equals),
                parameter.style() == Style.COOKIE ? value.replace("%", "%25").replace("+", "%2B") : value);
    }

    /** Whether a value that may be a list, and may be none, is none. */
    private boolean isOne(List<Query.Pair> pairs) {
        return pairs.size() == 1 && isScalar(schema, pairs.get(0).value());
    }

    private static boolean isScalar(Schema schema, String text) {
        JsonNode value = Typing.JSON.value(text, schema);
        return value.isTextual() ? schema.is(Type.STRING) : !value.isNull();
    }

    /** The value of a path variable as it was sent, a header or a cookie. */
    public JsonNode fromText(String text) {
        return switch (parameter.style()) {
            case LABEL -> delimited(text.startsWith(".") ? text.substring(1) : text);
            case MATRIX -> matrix(text);
            default -> delimited(text);
        };
    }

    /** What the style has before a value in a path (RFC 6570, sections 3.2.5 and 3.2.7); empty for none. */
    public String prefix() {
        return switch (parameter.style()) {
            case LABEL -> ".";
            case MATRIX -> parameter.explode() && isObject() ? ";" : ";" + parameter.name();
            default -> "";
        };
    }

    private boolean isArray() {
        return schema.is(Type.ARRAY);
    }

    private boolean isObject() {
        return schema.is(Type.OBJECT) && parameter.content() == null;
    }

    private JsonNode delimited(String raw) {
        if (parameter.content() != null) {
            return json(decoded(raw));
        }
        if (!isArray() && !isObject()) {
            return Typing.JSON.value(decoded(raw), schema);
        }
        String delimiter = parameter.style() == Style.LABEL && !parameter.explode()
                ? ","
                : DELIMITERS.getOrDefault(parameter.style(), ",");
        List<String> texts = raw.isEmpty() ? List.of() : Arrays.asList(raw.split(delimiter, -1));
        if (texts.size() == 1 && isScalar(schema, decoded(raw))) {
            return Typing.JSON.value(decoded(raw), schema);
        }
        return isArray()
                ? array(texts.stream().map(this::decoded))
                : object(texts.stream().map(this::decoded).toList());
    }

    private String decoded(String raw) {
        return switch (parameter.in()) {
            case QUERY -> Percent.decodedForm(raw).orElse(raw);
            case COOKIE, PATH -> Percent.decoded(raw).orElse(raw);
            case HEADER -> raw.strip();
            default -> raw;
        };
    }

    private JsonNode json(String text) {
        try {
            return new Json().read(text.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedBody e) {
            return JSON.textNode(text);
        }
    }

    private ArrayNode array(Stream<String> texts) {
        ArrayNode array = JSON.arrayNode();
        Schema items = items(schema);
        texts.forEach(text -> array.add(Typing.JSON.value(text, items)));
        return array;
    }

    /** {@code a,1,b,2}, or {@code a=1,b=2} where exploded. */
    private ObjectNode object(List<String> texts) {
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < texts.size(); i++) {
            int equals = texts.get(i).indexOf('=');
            if (parameter.explode() && equals >= 0) {
                set(object, texts.get(i).substring(0, equals), texts.get(i).substring(equals + 1));
            } else if (!parameter.explode()) {
                set(object, texts.get(i), i + 1 < texts.size() ? texts.get(i + 1) : "");
                i++;
            }
        }
        return object;
    }

    private void set(ObjectNode object, String name, String text) {
        object.set(name, Typing.JSON.value(text, member(schema, name)));
    }

    /** What the items of a list are, which may be one of several things. */
    private static Schema items(Schema schema) {
        return schema.variants().stream()
                .filter(variant -> variant.is(Type.ARRAY))
                .findFirst()
                .map(Schema::items)
                .orElseGet(schema::items);
    }

    private static Schema member(Schema owner, String name) {
        return Stream.concat(Stream.of(owner), owner.variants().stream())
                .map(schema -> schema.properties().get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .or(owner::additionalProperties)
                .orElseGet(() -> owner.below("additionalProperties"));
    }

    /** Each member a query parameter of its own: only the declared ones can be told from other parameters. */
    private JsonNode exploded(Query query) {
        ObjectNode object = JSON.objectNode();
        schema.properties().forEach((name, member) -> {
            List<Query.Pair> pairs = query.named(name);
            boolean one = pairs.size() == 1 && isScalar(member, pairs.get(0).value());
            if (member.is(Type.ARRAY) && !pairs.isEmpty() && !one) {
                ArrayNode array = object.putArray(name);
                pairs.forEach(pair -> array.add(Typing.JSON.value(pair.value(), items(member))));
            } else if (!pairs.isEmpty()) {
                object.set(name, Typing.JSON.value(pairs.get(0).value(), member));
            }
        });
        return object.isEmpty() ? MissingNode.getInstance() : object;
    }

    /**
     * {@code filter[owner][name]=x}, to any depth; {@code filter[tags][]=a} and {@code filter[tags][0][id]=1} for
     * lists.
     */
    private JsonNode deepObject(Query query) {
        ObjectNode found = JSON.objectNode();
        for (Query.Pair pair : query.pairs()) {
            if (pair.name().startsWith(parameter.name() + "[")) {
                Matcher steps = DEEP.matcher(pair.name())
                        .region(parameter.name().length(), pair.name().length());
                place(found, "", schema, steps, pair.value());
            }
        }
        return found.path("");
    }

    /** Puts a text into a member of an object, as many steps below it as there are left. */
    private static void place(ObjectNode owner, String name, Schema member, Matcher steps, String text) {
        boolean deeper = steps.find();
        boolean one = !deeper && !owner.has(name) && isScalar(member, text);
        if (member.is(Type.ARRAY) && !one) {
            String index = deeper ? steps.group(1) : "";
            item(list(owner, name), index, items(member), steps, text);
        } else if (!deeper) {
            owner.set(name, Typing.JSON.value(text, member));
        } else if (!owner.has(name) || owner.get(name).isObject()) {
            String next = steps.group(1);
            place(owner.withObjectProperty(name), next, member(member, next), steps, text);
        }
    }

    /** A member that is a list, or becomes one with what it was. */
    private static ArrayNode list(ObjectNode owner, String name) {
        JsonNode known = owner.path(name);
        if (known.isValueNode()) {
            owner.putArray(name).add(known);
        }
        return owner.withArrayProperty(name);
    }

    private static void item(ArrayNode list, String index, Schema item, Matcher steps, String text) {
        if (!steps.find()) {
            list.add(Typing.JSON.value(text, item));
            return;
        }
        boolean known =
                index.matches("\\d{1,4}") && list.path(Integer.parseInt(index)).isObject();
        ObjectNode object = known ? (ObjectNode) list.get(Integer.parseInt(index)) : list.addObject();
        place(object, steps.group(1), member(item, steps.group(1)), steps, text);
    }

    /** {@code ;name=1;name=2}, or {@code ;name=1,2} where not exploded. */
    private JsonNode matrix(String text) {
        List<String> parts =
                Stream.of(text.split(";")).filter(part -> !part.isEmpty()).toList();
        String prefix = parameter.name() + "=";
        if (parameter.explode() && isObject()) {
            return object(parts.stream().map(this::decoded).toList());
        }
        List<String> values = parts.stream()
                .map(part -> part.startsWith(prefix) ? part.substring(prefix.length()) : part)
                .toList();
        return parameter.explode() && isArray()
                ? array(values.stream().map(this::decoded))
                : delimited(String.join(";", values));
    }
}
