package io.platformapi.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.Node;
import io.platformapi.contract.source.Sources;
import io.platformapi.contract.source.UnreadableDocument;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.cases.Expected;
import io.platformapi.verify.checks.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What failed in a run, as a file: the first case of each cause, without the credentials, to be sent again.
 *
 * @param root the file
 */
record Recording(Node root) {

    /**
     * A case of the file.
     *
     * @param check the check that it broke
     * @param credentials whether it was sent with the user's
     */
    record Recorded(Case asked, String check, boolean credentials) {}

    /** Writes what failed. */
    static void write(Path file, String document, String url, Credentials credentials, Collection<Cause> causes)
            throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("spec", document).put("url", url);
        ArrayNode cases = root.putArray("cases");
        causes.forEach(cause -> cases.add(json(cause.first(), credentials)));
        Files.write(file, (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode json(Failure failure, Credentials credentials) {
        Case asked = failure.asked();
        HttpRequest open = credentials.open(asked.request());
        Expected expected = asked.expected();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", asked.id()).put("check", failure.check()).put("subject", asked.subject());
        asked.answering().ifPresent(operation -> node.put("operation", operation.id()));
        node.put("method", open.method()).put("target", open.target());
        ArrayNode headers = node.putArray("headers");
        open.headers().forEach((name, value) -> headers.add(name + ": " + value));
        node.put("body", Base64.getEncoder().encodeToString(open.body()));
        node.put(
                "credentials",
                !open.target().equals(asked.request().target())
                        || !open.headers().equals(asked.request().headers()));
        node.put("documented", asked.documented().pointer());
        Optional.ofNullable(asked.wanted()).ifPresent(type -> node.put("wanted", type.toString()));
        ObjectNode wish = node.putObject("expected");
        wish.put("verdict", expected.verdict().name()).put("check", expected.check());
        wish.put("reason", expected.reason()).put("duty", expected.duty().name());
        expected.statuses().stream().sorted().forEach(wish.putArray("statuses")::add);
        return node;
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableDocument if it is not what {@code --record} writes
     */
    static Recording read(String file) {
        Node root = Sources.read(file, Access.SAME_ORIGIN);
        if (!root.member("cases").json().isArray()) {
            throw root.unreadable("this is no record of failed cases; verify --record FILE writes one");
        }
        return new Recording(root);
    }

    String document() {
        return root.text("spec", "");
    }

    String url() {
        return root.text("url", "");
    }

    /** The cases, as far as the contract still has their operations. */
    List<Recorded> cases(Contract contract) {
        return root.member("cases").items().stream()
                .map(written -> recorded(written, contract))
                .toList();
    }

    private static Recorded recorded(Node written, Contract contract) {
        try {
            Headers headers = Headers.none();
            for (Node field : written.member("headers").items()) {
                String text = field.json().asText();
                int colon = text.indexOf(':');
                headers = headers.and(
                        text.substring(0, colon), text.substring(colon + 1).strip());
            }
            HttpRequest request = HttpRequest.of(
                    written.text("method", ""),
                    written.text("target", ""),
                    headers,
                    Base64.getDecoder().decode(written.text("body", "")));
            String operation = written.text("operation", "");
            if (!operation.isEmpty() && contract.operation(operation).isEmpty()) {
                throw written.member("operation")
                        .unreadable("the document has no operation " + operation + " any more");
            }
            Node documented = contract.document().at(written.text("documented", ""));
            Case asked = new Case(
                    written.text("id", ""),
                    written.text("subject", ""),
                    contract.operation(operation).orElse(null),
                    request,
                    expected(written.member("expected")),
                    documented.exists() ? documented : contract.document(),
                    written.member("wanted").exists() ? MediaType.of(written.text("wanted", "")) : null);
            return new Recorded(asked, written.text("check", ""), written.flag("credentials"));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw written.unreadable("this is no case that verify --record wrote (" + e.getMessage() + ")");
        }
    }

    private static Expected expected(Node written) {
        Set<Integer> statuses = written.member("statuses").items().stream()
                .map(status -> status.json().asInt())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Expected(
                Expected.Verdict.valueOf(written.text("verdict", "")),
                written.text("check", ""),
                statuses,
                written.text("reason", ""),
                Expected.Duty.valueOf(written.text("duty", "")));
    }
}
