package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.Type;
import io.platformapi.contract.source.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Varies an input that was accepted, one thing at a time, within what the document allows.
 *
 * <p>What refers to something else, or has to fit another value, is left as it is: what a server makes of another value
 * there depends on more than the document says.
 */
public final class Varieties {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 3;

    /** The name of a member that no document declares. */
    public static final String UNDECLARED = "xUnknown";

    private static final Pattern REFERRING =
            Pattern.compile("(?i).*(id|ids|ref|refs|key|parent|token|href|url)|.*_(id|ref)s?");

    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern FITTING =
            Pattern.compile("(?i)(.*[_-])?(from|to|start|end|min|max|until|since|before|after|low|high)([_A-Z-].*|s)?"
                    + "|.*(From|To|Start|End|Min|Max|Until|Since|Before|After)");

    private final List<Variety> found = new ArrayList<>();
    private final Set<String> paired = new HashSet<>();
    private final Sampler sampler = Sampler.ofRequests(Whim.seeded(5));

    private Varieties() {}

    /** The varieties of an input. */
    static List<Variety> of(RequestValues input) {
        Varieties varieties = new Varieties();
        for (Parameter parameter : input.operation().parameters()) {
            if (parameter.in() != In.PATH) {
                varieties.parameter(parameter, input);
            } else if (isCreated(parameter, input.operation())) {
                varieties.address(parameter, input);
            }
        }
        if (input.content() != null && input.hasBody()) {
            Applied schemas = Applied.of(input.content().schema());
            if (input.body() instanceof ObjectNode whole) {
                varieties.fewest("/body", members(schemas, whole), input::withBody);
                varieties.withoutEach(members(schemas, whole), input);
                varieties.alike(schemas, whole, input);
            }
            varieties.value("/body", schemas, input.body(), input::withBody, 0);
        }
        return varieties.found;
    }

    /** Whether a value names what a request makes, not what has to be there: the last of the path of a PUT. */
    private static boolean isCreated(Parameter parameter, Operation operation) {
        return operation.method().equals("PUT") && operation.path().text().endsWith("{" + parameter.name() + "}");
    }

    private void address(Parameter parameter, RequestValues input) {
        Optional<JsonNode> there = input.value(parameter);
        if (there.isEmpty()) {
            return;
        }
        String place = "/path/" + parameter.name();
        RequestValues rest = input.unconditional();
        Around around = value -> rest.with(parameter, value);
        Applied schemas = Applied.of(parameter.schema());
        shapes(place, schemas, there.get(), around);
        BoundVarieties.of(schemas, there.get())
                .forEach((bound, usual) -> found.add(new Variety(
                        place,
                        "the bound " + bound,
                        around.with(bound),
                        usual.stream().map(around::with).toList(),
                        List.of())));
    }

    /** What has another shape, unless another value beside it has the same pattern, and may have to fit. */
    private void shapes(String place, Applied schemas, JsonNode value, Around around) {
        String name = place.substring(place.lastIndexOf('/') + 1);
        if (FITTING.matcher(name).matches() || paired.contains(place)) {
            return;
        }
        PatternVarieties.of(schemas, value)
                .forEach(shaped -> found.add(new Variety(
                        place,
                        "the text " + shaped.text().asText(),
                        around.with(shaped.text()),
                        shaped.usual().stream().map(around::with).toList(),
                        shaped.alike().stream().map(around::with).toList())));
    }

    /** Remembers which members have a pattern that others of their object have, too. */
    private void pair(String place, Applied schemas, Set<String> members) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (String member : members) {
            PatternVarieties.patterned(schemas.member(member))
                    .map(schema -> schema.keyword("pattern").asText())
                    .distinct()
                    .forEach(pattern -> places.computeIfAbsent(pattern, any -> new ArrayList<>())
                            .add(place + "/" + Node.escape(member)));
        }
        places.values().stream().filter(all -> all.size() > 1).forEach(paired::addAll);
    }

    private void parameter(Parameter parameter, RequestValues input) {
        String place = "/" + parameter.in().keyword() + "/" + parameter.name();
        RequestValues rest = input.requiredArguments();
        Optional<JsonNode> value = input.value(parameter).or(() -> ObjectMembers.madeUp(parameter.schema()));
        if (!parameter.required() && input.value(parameter).isPresent()) {
            found.add(new Variety(place, "no value", input.without(parameter)));
        }
        Applied schemas = Applied.of(parameter.schema());
        value.ifPresent(usual -> shapes(place, schemas, usual, other -> rest.with(parameter, other)));
        if (value.isEmpty() || REFERRING.matcher(parameter.name()).matches() && !parameter.required()) {
            return;
        }
        if (!parameter.required()) {
            found.add(new Variety(place, "a value, alone", rest.with(parameter, value.get())));
        }
        value(place, schemas, value.get(), other -> rest.with(parameter, other), 1);
    }

    /** Only what has to be there, and each of the rest alone. */
    private void fewest(String place, ObjectMembers members, Around around) {
        ObjectNode required = members.required();
        found.add(new Variety(place, "nothing but what is required", around.with(required)));
        for (String name : members.names()) {
            if (!required.has(name)) {
                members.value(name)
                        .ifPresent(value -> found.add(new Variety(
                                place + "/" + Node.escape(name),
                                "a value, alone",
                                around.with(ObjectMembers.with(required, name, value)))));
            }
        }
    }

    private void withoutEach(ObjectMembers members, RequestValues input) {
        members.names().stream()
                .filter(name -> members.object().has(name)
                        && !members.schemas().required().contains(name))
                .forEach(name -> found.add(
                        new Variety("/body/" + Node.escape(name), "no value", input.withBody(members.without(name)))));
    }

    private void alike(Applied schemas, ObjectNode whole, RequestValues input) {
        AlikeMembers.of(schemas, whole)
                .filter(same -> !FITTING.matcher(same.getKey()).matches() && !refers(same.getValue()))
                .ifPresent(same -> found.add(new Variety(
                        "/body/" + Node.escape(same.getKey()),
                        "the same value as another member",
                        input.withBody(same.getValue()))));
    }

    private static ObjectMembers members(Applied schemas, ObjectNode object) {
        return new ObjectMembers(
                schemas, object, name -> REFERRING.matcher(name).matches());
    }

    private void value(String place, Applied schemas, JsonNode value, Around around, int depth) {
        String name = place.substring(place.lastIndexOf('/') + 1);
        if (depth <= DEEPEST && place.startsWith("/body")) {
            shapes(place, schemas, value, around);
        }
        if (depth > DEEPEST || depth > 0 && REFERRING.matcher(name).matches()) {
            if (depth <= DEEPEST && schemas.schemas().stream().anyMatch(Schema::nullable)) {
                found.add(new Variety(place, "null", around.with(JSON.nullNode())));
            }
            return;
        }
        boolean fitting = FITTING.matcher(name).matches() && !isAloneNumber(place, value);
        alternatives(place, schemas, around);
        ValueVarieties.of(schemas, value).forEach((what, other) -> {
            if (!fitting || what.matches("capital letters|small letters|another offset|fractions of a second")) {
                found.add(new Variety(place, what, around.with(other)));
            }
        });
        if (value instanceof ObjectNode object) {
            members(place, members(schemas, object), around, depth);
        } else if (value instanceof ArrayNode array && !array.isEmpty()) {
            value(
                    place + "/0",
                    schemas.item(0),
                    array.get(0),
                    changed -> around.with(first(array, changed)),
                    depth + 1);
        }
    }

    private void members(String place, ObjectMembers members, Around around, int depth) {
        Applied schemas = members.schemas();
        ObjectNode object = members.object();
        pair(place, schemas, members.names());
        if (depth > 0
                && depth < DEEPEST
                && members.names().size() > members.required().size() + 1) {
            fewest(place, members, around);
        }
        for (String member : members.names()) {
            members.value(member)
                    .ifPresent(inner -> value(
                            place + "/" + Node.escape(member),
                            schemas.member(member),
                            inner,
                            changed -> around.with(members.with(member, changed)),
                            depth + 1));
        }
        if (schemas.is(Type.OBJECT)
                && place.startsWith("/body")
                && !schemas.declared().isEmpty()) {
            JsonNode unknown = JSON.textNode("x");
            found.add(new Variety(
                    place,
                    "a member that is not declared",
                    around.with(ObjectMembers.with(object, UNDECLARED, unknown))));
        }
    }

    /** A bound in a query that is given without the other one has nothing to fit. */
    private static boolean isAloneNumber(String place, JsonNode value) {
        return place.startsWith("/query/") && value.isNumber();
    }

    private static boolean refers(JsonNode value) {
        return UUID.matcher(value.asText()).matches()
                || value.properties().stream()
                        .anyMatch(member -> REFERRING.matcher(member.getKey()).matches() || refers(member.getValue()));
    }

    /** Each alternative of a union, unless it refers to something else. */
    private void alternatives(String place, Applied schemas, Around around) {
        List<Schema> unions = schemas.schemas().stream()
                .filter(schema -> !schema.variants().isEmpty())
                .toList();
        for (Schema union : unions) {
            for (int i = 0; i < union.variants().size(); i++) {
                String what =
                        "alternative " + (i + 1) + " of " + union.variants().size();
                Schema variant = union.variants().get(i);
                sampler.valid(variant).filter(made -> !refers(made)).ifPresent(made -> {
                    found.add(new Variety(place, what, around.with(made)));
                    listed(place, Applied.of(variant), made, around);
                });
            }
        }
    }

    /** Each value that a member of an alternative may have, where they are listed. */
    private void listed(String place, Applied schemas, JsonNode made, Around around) {
        if (made instanceof ObjectNode object) {
            object.properties()
                    .forEach(member -> schemas.member(member.getKey()).schemas().stream()
                            .flatMap(schema -> schema.keyword("enum").valueStream())
                            .filter(value -> !value.equals(member.getValue()))
                            .forEach(value -> found.add(new Variety(
                                    place + "/" + Node.escape(member.getKey()),
                                    "the value " + value,
                                    around.with(ObjectMembers.with(object, member.getKey(), value))))));
        }
    }

    /** Puts a value back into the request around it. */
    @FunctionalInterface
    private interface Around {
        RequestValues with(JsonNode value);
    }

    private static ArrayNode first(ArrayNode array, JsonNode item) {
        ArrayNode changed = array.deepCopy();
        changed.set(0, item);
        return changed;
    }
}
