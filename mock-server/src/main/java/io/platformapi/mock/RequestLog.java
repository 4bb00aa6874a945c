package io.platformapi.mock;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.mock.journal.Redaction;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One line for each request: method, path, status, and why. Holds nothing of headers and bodies, and no key that is
 * sent in the query.
 */
final class RequestLog implements BiConsumer<HttpRequest, Answered> {

    /** A log that is not kept. */
    static final BiConsumer<HttpRequest, Answered> NONE = (request, answered) -> {};

    private final Consumer<String> out;
    private final Redaction redaction;

    /** Who is told of each request: people, and a recorder. */
    static BiConsumer<HttpRequest, Answered> of(Contract contract, MockOptions options) {
        boolean told = options.log() != MockOptions.usual().log();
        BiConsumer<HttpRequest, Answered> log = told ? new RequestLog(options.log(), contract) : NONE;
        return options.recorder()
                .map(recorder -> recorder.of(contract))
                .map(taking -> log.andThen((request, answered) -> taking.accept(request, answered.response())))
                .orElse(log);
    }

    /** A log of the requests to an API; the contract says which query parameters are keys. */
    RequestLog(Consumer<String> out, Contract contract) {
        this.out = out;
        this.redaction = Redaction.of(contract);
    }

    @Override
    public void accept(HttpRequest request, Answered answered) {
        String line = request.method() + " " + redaction.target(request) + " "
                + answered.response().status() + " " + answered.why().get() + delay(answered);
        out.accept(printable(line));
    }

    private static String delay(Answered answered) {
        return answered.sent().delay().isZero()
                ? ""
                : " after " + answered.sent().delay().toMillis() + " ms";
    }

    /** Without control characters, so that no client can write a line of its own. */
    static String printable(String line) {
        return line.chars().anyMatch(Character::isISOControl)
                ? line.codePoints()
                        .map(c -> Character.isISOControl(c) ? '?' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : line;
    }
}
