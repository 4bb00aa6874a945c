package io.platformapi.verify.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.schema.Schema;
import io.platformapi.contract.schema.SchemaVersion;
import io.platformapi.contract.source.Node;
import io.platformapi.verify.cases.CheckId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is {@code writeOnly} is not shown: it "is never present when the instance is retrieved" (JSON Schema Validation,
 * section 9.4); up to OpenAPI 3.0 it only should not be.
 */
final class WriteOnlyKept implements Check {

    private static final Json JSON = new Json();
    private static final String MASKED = "[*•.x-]*";

    private final Failure.Blame blame;

    WriteOnlyKept(SchemaVersion version) {
        this.blame = version == SchemaVersion.OPENAPI_3_0 ? Failure.Blame.NOBODY : Failure.Blame.SERVER;
    }

    @Override
    public List<Failure> failures(Exchange exchange) {
        Optional<Content> content = exchange.asked()
                .answering()
                .filter(operation -> exchange.isAnsweredWith(2))
                .flatMap(operation -> operation.response(exchange.answer().status()))
                .flatMap(response -> exchange.answer()
                        .contentType()
                        .filter(type -> type.syntax().equals("json"))
                        .flatMap(response::content));
        Set<String> shown = new LinkedHashSet<>();
        content.ifPresent(known -> collect(Applied.of(known.schema()), body(exchange), "", shown));
        List<Failure> failures = new ArrayList<>();
        for (String place : shown) {
            failures.add(new Failure(
                    CheckId.DOCUMENTED_BODY.id(),
                    exchange.asked(),
                    "The answer shows what only requests have: body " + place + " (writeOnly).",
                    "an answer without it",
                    AnswerExcerpt.of(exchange.answer()),
                    DescribedPlace.of(content.orElseThrow().schema(), place.replace("…", "0")),
                    blame));
        }
        return failures;
    }

    private static JsonNode body(Exchange exchange) {
        try {
            return JSON.read(exchange.answer().body());
        } catch (MalformedBody another) {
            return MissingNode.getInstance();
        }
    }

    private static void collect(Applied schemas, JsonNode value, String place, Set<String> shown) {
        value.properties().forEach(member -> {
            Applied own = schemas.member(member.getKey());
            String inner = place + "/" + Node.escape(member.getKey());
            if (isMarked(own) && !isHidden(member.getValue())) {
                shown.add(inner);
            } else {
                collect(own, member.getValue(), inner, shown);
            }
        });
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            collect(schemas.item(i), value.get(i), place + "/…", shown);
        }
    }

    /** Whether all that is said of a member says so: in another branch of a union it may be shown. */
    private static boolean isMarked(Applied own) {
        return !own.schemas().isEmpty() && own.schemas().stream().allMatch(WriteOnlyKept::isMarked);
    }

    private static boolean isMarked(Schema schema) {
        return schema.keyword("writeOnly").asBoolean(false);
    }

    private static boolean isHidden(JsonNode value) {
        return value.isNull() || value.isTextual() && value.asText().matches(MASKED);
    }
}
