package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platformapi.contract.Content;
import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.schema.Schema;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.FindingKinds;
import io.platformapi.report.Level;
import io.platformapi.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code rules} is one rule: a small change of one contract, and what is found there and on the way back.
 */
class RulesTest {

    /** What these change is said by OpenAPI and by habit, and no validator of JSON Schema knows it. */
    private static final Set<String> BEYOND_JSON_SCHEMA =
            Set.of("request-extensible-enum.yaml", "request-read-only-required.yaml", "response-write-only.yaml");

    private static List<Rule> rules = List.of();

    @BeforeAll
    static void readRules() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/io/platformapi/compat/rules"))) {
            rules = files.map(file -> file.getFileName().toString()).sorted().toList().stream()
                    .map(Rule::read)
                    .toList();
        }
    }

    static List<Rule> rules() {
        return rules;
    }

    private static final Pattern BODY = Pattern.compile("(?:(\\S+) )?body \\(([^)]+)\\).*");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("rules")
    void findsWhatTheRuleSays(Rule rule) {
        assertThat(found(rule.there().report())).isEqualTo(rule.there().expected());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsWhatItsMirrorSays(Rule rule) {
        assertThat(found(rule.back().report())).isEqualTo(rule.back().expected());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsNothingBetweenTheSame(Rule rule) {
        Contract contract = rule.there().after();
        assertThat(Rule.compared(contract, contract).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void provesEachBreakOrSaysWhyNothingCan(Rule rule) throws JsonProcessingException {
        for (Rule.Way way : List.of(rule.there(), rule.back())) {
            for (Finding finding : way.report().findings()) {
                if (finding.level() == Level.ERROR) {
                    assertThat(finding.evidence()).extracting(Evidence::name).containsAnyOf("witness", "no witness");
                    assertThat(finding.consequence()).isNotNull();
                    assertThat(finding.advice()).isNotNull();
                    assertThat(finding.locations()).isNotEmpty();
                    if (!BEYOND_JSON_SCHEMA.contains(rule.name())) {
                        replay(finding, way.before(), way.after());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void explainsEachFinding(Rule rule) {
        assertThat(rule.there().report().findings())
                .allSatisfy(finding ->
                        assertThat(FindingKinds.of("compat").find(finding.id())).isPresent());
    }

    private static List<String> found(Report report) {
        return List.copyOf(new TreeSet<>(report.findings().stream()
                .map(each -> report.word(each.level()) + " " + each.id())
                .toList()));
    }

    /** A witness in a body is right by the one contract and wrong by the other; here our own validator says so. */
    private static void replay(Finding finding, Contract before, Contract after) throws JsonProcessingException {
        Matcher body = BODY.matcher(finding.message());
        Optional<Schema> old = body.matches() ? schema(before, finding.subject(), body) : Optional.empty();
        Optional<Schema> fresh = body.matches() ? schema(after, finding.subject(), body) : Optional.empty();
        if (old.isEmpty() || fresh.isEmpty() || isOfSpelling(finding) || !hasWitness(finding)) {
            return;
        }
        JsonNode witness = JSON.readTree(finding.evidence().get(0).text());
        boolean incoming = finding.id().startsWith("request-");
        assertThat((incoming ? old : fresh).get().faults(witness))
                .as("sendable: %s", witness)
                .isEmpty();
        assertThat((incoming ? fresh : old).get().faults(witness))
                .as("readable: %s", witness)
                .isNotEmpty();
    }

    /** Its witness is spelled, and no value. */
    private static boolean isOfSpelling(Finding finding) {
        return finding.id().contains("-xml-") || finding.id().endsWith("-part-respelled");
    }

    private static boolean hasWitness(Finding finding) {
        return finding.evidence().get(0).name().equals("witness");
    }

    private static Optional<Schema> schema(Contract contract, String subject, Matcher body) {
        Optional<Operation> operation = contract.operations().stream()
                .filter(each -> each.toString().equals(subject))
                .findFirst();
        return operation.flatMap(each -> contents(each, body.group(1)).stream()
                .filter(content -> content.type().equals(MediaType.of(body.group(2))))
                .map(Content::schema)
                .findFirst());
    }

    private static List<Content> contents(Operation operation, String status) {
        return status == null
                ? operation.body().map(body -> body.contents()).orElse(List.of())
                : operation.responses().get(status).contents();
    }
}
