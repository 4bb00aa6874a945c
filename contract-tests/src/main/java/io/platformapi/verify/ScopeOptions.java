package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Suggestion;
import io.platformapi.report.Which;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what of a document is tested, as a picocli mixin. */
final class ScopeOptions {

    @Option(
            names = "--operation",
            paramLabel = "ID",
            description = "Tests this operation only; may be repeated. What is left out is told as not tested.")
    private List<String> only = List.of();

    @Option(
            names = "--include",
            paramLabel = "WHICH",
            converter = Which.Converter.class,
            description = "Tests only what this means: path=/pets/**, tag=pets, id=show*, method=GET or deprecated;"
                    + " may be repeated, and any will do.")
    private List<Which> included = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "WHICH",
            converter = Which.Converter.class,
            description = "Leaves out what this means, whatever else says that it is tested; as --include.")
    private List<Which> excluded = List.of();

    @Option(
            names = "--read-only",
            description = "Sends nothing but GET, HEAD, OPTIONS, TRACE and QUERY, as is fit for a system in use.")
    private boolean readOnly;

    /** Which requests may be sent. */
    Sending sending() {
        return readOnly ? Sending.SAFE_REQUESTS : Sending.EVERYTHING;
    }

    /**
     * What is tested.
     *
     * @param skipped why else an operation is left out
     * @throws ParameterException if an option means nothing in the document, or nothing is left
     */
    Scope scope(CommandLine command, Contract contract, Function<Operation, Optional<String>> skipped) {
        refuseUnknown(command, contract);
        refuseIdle(command, "--include", included, contract);
        refuseIdle(command, "--exclude", excluded, contract);
        Scope scope =
                new Scope(contract.operations(), operation -> reason(operation).or(() -> skipped.apply(operation)));
        if (scope.tested().isEmpty() && !contract.operations().isEmpty()) {
            throw new ParameterException(command, "Every operation of the document is left out: nothing is tested.");
        }
        return scope;
    }

    private void refuseUnknown(CommandLine command, Contract contract) {
        List<String> ids = contract.operations().stream().map(Operation::id).toList();
        for (String id : only) {
            if (contract.operation(id).isEmpty()) {
                throw new ParameterException(
                        command,
                        ("The document has no operation " + id + Suggestion.of(id, ids) + ".").replace("?.", "?"));
            }
        }
    }

    private static void refuseIdle(CommandLine command, String option, List<Which> all, Contract contract) {
        for (Which which : all) {
            if (contract.operations().stream().noneMatch(which::means)) {
                throw new ParameterException(
                        command, option + " " + which + ": it means no operation of the document.");
            }
        }
    }

    private Optional<String> reason(Operation operation) {
        Optional<Which> out =
                excluded.stream().filter(which -> which.means(operation)).findFirst();
        if (out.isPresent()) {
            return Optional.of("left out by --exclude " + out.get());
        }
        if (!only.isEmpty() && !only.contains(operation.id())) {
            return Optional.of("left out by --operation " + String.join(", ", only));
        }
        if (!included.isEmpty() && included.stream().noneMatch(which -> which.means(operation))) {
            return Optional.of("left out by --include "
                    + included.stream().map(Which::toString).collect(Collectors.joining(", ")));
        }
        return readOnly && !Sending.SAFE_REQUESTS.allows(operation.method())
                ? Optional.of("left out by --read-only")
                : Optional.empty();
    }
}
