package io.platformapi.mock;

import io.platformapi.contract.Route;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A fault of the mock itself, met while it answered a request: told to the client as what it is, and to the log. */
final class Breakdown {

    private static final String MESSAGE =
            "The mock failed to answer. This is a fault of its own, not of the request: please report it with the document.";

    private Breakdown() {}

    static Answered answered(Contract contract, HttpRequest request, Throwable fault) {
        return new Answered(
                page(contract, request),
                () -> "a fault of the mock, please report it with the document: " + fault + place(fault));
    }

    /** In the words of the contract, if they are to be had. */
    private static HttpResponse page(Contract contract, HttpRequest request) {
        try {
            Refusal refusal = Refusal.of(Refusal.Kind.FAILURE, MESSAGE);
            return contract.dialect().refusal(contract, refusal, new Route.NotFound(), request);
        } catch (RuntimeException | StackOverflowError again) {
            return new HttpResponse(
                    500, Headers.of("Content-Type", "text/plain"), MESSAGE.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String place(Throwable fault) {
        return Stream.of(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.platformapi."))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }
}
