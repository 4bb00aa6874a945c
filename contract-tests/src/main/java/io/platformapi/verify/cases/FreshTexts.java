package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.example.Sampler;
import io.platformapi.contract.example.Whim;
import io.platformapi.contract.schema.Schema;
import java.util.Optional;

/** Gives what is made up in a body other texts, so that a server that wants them to differ has no reason to refuse. */
final class FreshTexts {

    private static final int LEAST = 6;

    private final Sampler sampler;

    FreshTexts(long seed) {
        this.sampler = Sampler.ofRequests(Whim.seeded(seed));
    }

    /** An input with other texts for the members that name what is made, but for those at a place. */
    RequestValues in(RequestValues input, String place) {
        if (input.content() == null || !(input.body() instanceof ObjectNode body)) {
            return input;
        }
        Applied schemas = Applied.of(input.content().schema());
        ObjectNode fresh = body.deepCopy();
        body.properties().forEach(member -> {
            boolean madeUp =
                    member.getValue().isTextual() && member.getValue().asText().matches("[a-z]{" + LEAST + ",}");
            if (madeUp && !place.startsWith("/body/" + member.getKey())) {
                other(schemas.member(member.getKey())).ifPresent(text -> fresh.set(member.getKey(), text));
            }
        });
        return input.withBody(fresh);
    }

    private Optional<JsonNode> other(Applied schemas) {
        boolean free = schemas.schemas().stream()
                .allMatch(schema -> schema.keyword("enum").isMissingNode()
                        && schema.keyword("const").isMissingNode()
                        && schema.format().isEmpty());
        Optional<Schema> first = schemas.schemas().stream().findFirst();
        return free ? first.flatMap(sampler::valid) : Optional.empty();
    }
}
