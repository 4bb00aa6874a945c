package io.platformapi.verify.checks;

import io.platformapi.contract.Content;
import io.platformapi.contract.Response;
import io.platformapi.contract.http.MediaType;
import io.platformapi.verify.cases.CheckId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON is UTF-8 without a byte order mark (RFC 8259, section 8.1), and is called what the document calls it: a vendor's
 * type is not the documented one.
 */
final class JsonTexts implements Check {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\";\\s]+)");
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @Override
    public List<Failure> failures(Exchange exchange) {
        Optional<MediaType> type = exchange.answer().contentType();
        Optional<Response> documented = exchange.asked()
                .answering()
                .flatMap(operation -> operation.response(exchange.answer().status()));
        if (type.isEmpty() || documented.isEmpty() || exchange.answer().body().length == 0) {
            return List.of();
        }
        List<Failure> failures = new ArrayList<>();
        List<Content> contents = documented.get().contents();
        boolean named = contents.isEmpty()
                || contents.stream().anyMatch(content -> content.type().includes(type.get()));
        if (!named && type.get().essence().contains("+")) {
            failures.add(failure(
                    exchange,
                    CheckId.DOCUMENTED_TYPE,
                    "The answer has another type than documented, of the same syntax.",
                    contents.get(0).type().toString(),
                    type.get().toString(),
                    documented.get()));
        }
        if (type.get().syntax().equals("json")) {
            text(exchange, documented.get(), failures);
        }
        return failures;
    }

    private static void text(Exchange exchange, Response documented, List<Failure> failures) {
        byte[] body = exchange.answer().body();
        if (body.length >= MARK.length && body[0] == MARK[0] && body[1] == MARK[1] && body[2] == MARK[2]) {
            failures.add(failure(
                    exchange,
                    CheckId.DOCUMENTED_BODY,
                    "The JSON begins with a byte order mark.",
                    "none (RFC 8259, section 8.1)",
                    "EF BB BF",
                    documented));
        }
        String type = exchange.answer().headers().text("Content-Type");
        Matcher charset = CHARSET.matcher(type);
        if (charset.find() && !charset.group(1).matches("(?i)utf-?8")) {
            failures.add(failure(
                    exchange,
                    CheckId.DOCUMENTED_TYPE,
                    "The JSON is said to be in another charset than UTF-8.",
                    "UTF-8 (RFC 8259, section 8.1)",
                    type,
                    documented));
        }
    }

    private static Failure failure(
            Exchange exchange, CheckId check, String cause, String expected, String received, Response documented) {
        return new Failure(check.id(), exchange.asked(), cause, expected, received, documented.node());
    }
}
