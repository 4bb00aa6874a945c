package io.platformapi.conformance;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platformapi.contract.Operation;
import io.platformapi.model.ErrorCode;
import io.platformapi.model.WireMapper;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes of failures stand in the document, in the domain and in the examples: the same ones. */
final class ErrorCodesTest {

    private static final ObjectMapper MAPPER = WireMapper.create();

    /** Failures that no operation can show, because they come before any operation is found (decision 0011). */
    private static final Set<String> BEFORE_ANY_OPERATION =
            Set.of("NotFound", "MethodNotAllowed", "RequestTimeout", "UriTooLong", "HeadersTooLarge");

    private static Set<String> documented() {
        Set<String> codes = new LinkedHashSet<>();
        Running.CONTRACT.schema("ErrorCode").orElseThrow().keyword("enum").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    @Test
    void theDomainKnowsTheCodesOfTheDocument() {
        Set<String> known = Stream.of(ErrorCode.values())
                .map(code -> MAPPER.valueToTree(code).asText())
                .collect(toCollection(LinkedHashSet::new));

        assertThat(known).isEqualTo(documented());
    }

    @Test
    void everyCodeHasAnExample() {
        Set<String> shown = new TreeSet<>();
        for (Operation operation : Requests.canonical()) {
            operation.responses().values().stream()
                    .flatMap(response -> response.contents().stream())
                    .flatMap(content -> content.examples().values().stream())
                    .forEach(example -> shown.addAll(codes(example.value())));
        }
        Set<String> expected = new TreeSet<>(documented());
        expected.removeAll(BEFORE_ANY_OPERATION);

        assertThat(shown).isEqualTo(expected);
    }

    @Test
    void theProseTellsOfEveryCode() {
        String prose = Running.CONTRACT.schema("ErrorCode").orElseThrow().node().text("description", "");

        assertThat(documented()).allSatisfy(code -> assertThat(prose).contains("| `" + code + "` |"));
    }

    private static Set<String> codes(JsonNode example) {
        Set<String> codes = new TreeSet<>();
        example.findValues("ErrorCode").forEach(code -> codes.add(code.asText()));
        return codes;
    }
}
