package io.platformapi.verify.cases;

import io.platformapi.contract.Operation;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.MediaType;
import io.platformapi.contract.source.Node;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One request, and what it must be answered with.
 *
 * @param id the operation, the source and the example or flaw; the same in every run with the same seed
 * @param subject what is asked, such as {@code GET /pets}
 * @param operation the operation that must answer; null where none may
 * @param request the request, credentials included
 * @param expected what the answer must be
 * @param documented where the document says so
 * @param wanted the type that the answer is asked for in, it alone; null where none is
 */
public record Case(
        String id,
        String subject,
        @Nullable Operation operation,
        HttpRequest request,
        Expected expected,
        Node documented,
        @Nullable MediaType wanted) {

    Case(
            String id,
            String subject,
            @Nullable Operation operation,
            HttpRequest request,
            Expected expected,
            Node documented) {
        this(id, subject, operation, request, expected, documented, null);
    }

    /** The operation that must answer, if there is one. */
    public Optional<Operation> answering() {
        return Optional.ofNullable(operation);
    }

    /** Whether it is sent for the sake of another, and not one of those that an operation has. */
    public boolean isBeside() {
        return id.contains(LoneCases.BESIDE);
    }

    /** Whether the document calls it valid, as far as it says: what the bytes of made-up files are, it does not. */
    public boolean isValid() {
        return switch (expected.verdict()) {
            case ACCEPTED, ANSWERED -> true;
            case EITHER -> isExample();
            case VARIED, REFUSED -> false;
        };
    }

    /** Whether it is what the document shows, as it shows it. */
    boolean isExample() {
        return operation != null && id.startsWith(operation.id() + "/example/");
    }

    /** The same case, to be sent once more when all others were. */
    public Case again() {
        Expected either = Expected.either("what was answered before");
        return new Case(id + LoneCases.BESIDE + "again", subject, operation, request, either, documented, wanted);
    }

    /** A case beside this one: the same, asked for in one type. */
    Case wanting(MediaType type, String way, HttpRequest other) {
        return new Case(id + "/" + way + "-" + type.essence(), subject, operation, other, expected, documented, type);
    }

    /** The same case by another id. */
    Case named(String other) {
        return new Case(other, subject, operation, request, expected, documented, wanted);
    }

    /** The same case on a server whose paths begin with this. */
    Case below(String base) {
        UnaryOperator<HttpRequest> way = one -> one.withPath(base + one.path());
        Expected there = expected.by(expected.proof().of(way));
        return new Case(id, subject, operation, way.apply(request), there, documented, wanted);
    }

    /** The same case under another request. */
    public Case asking(HttpRequest other) {
        return new Case(id, subject, operation, other, expected, documented, wanted);
    }
}
