package io.platformapi.lint;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Node;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document should say of itself, and of its tags. */
final class DocumentRules {

    private DocumentRules() {}

    static Stream<Offence> undescribedInfo(Contract contract) {
        Node info = contract.document().member("info");
        return info.text("description", "").isBlank()
                ? Stream.of(new Offence(
                        info,
                        "The document does not say what the API is for.",
                        "write info.description for a stranger"))
                : Stream.empty();
    }

    static Stream<Offence> undeclaredTags(Contract contract) {
        Set<String> declared = declared(contract).collect(Collectors.toSet());
        return contract.operations().stream()
                .flatMap(operation -> operation.node().member("tags").items().stream())
                .filter(tag -> !declared.contains(tag.json().asText()))
                .map(tag -> new Offence(
                        tag,
                        "The tag \"" + tag.json().asText() + "\" is not declared.",
                        "declare it in the document's tags, with a description"));
    }

    static Stream<Offence> unusedTags(Contract contract) {
        Set<String> used = contract.operations().stream()
                .map(Operation::tags)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        contract.document().member("tags").items().forEach(tag -> used.add(tag.text("parent", "")));
        return contract.document().member("tags").items().stream()
                .filter(tag -> !used.contains(tag.text("name", "")))
                .map(tag -> new Offence(
                        tag, "No operation has the tag \"" + tag.text("name", "") + "\".", "use it, or leave it out"));
    }

    static Stream<Offence> undescribedTags(Contract contract) {
        return contract.document().member("tags").items().stream()
                .filter(tag -> tag.text("description", "").isBlank())
                .map(tag -> new Offence(
                        tag,
                        "The tag \"" + tag.text("name", "") + "\" has no description.",
                        "say what its operations have in common"));
    }

    private static Stream<String> declared(Contract contract) {
        return contract.document().member("tags").items().stream().map(tag -> tag.text("name", ""));
    }
}
