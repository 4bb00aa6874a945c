package io.platformapi.verify.checks;

import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.Gzip;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.http.MediaType;
import io.platformapi.verify.cases.CheckId;
import java.util.List;

/**
 * What an answer is said to be coded by was done to it: no JSON that is read as it stands is (RFC 9110, section 8.4).
 */
final class ContentCodings implements Check {

    private static final Json JSON = new Json();

    @Override
    public List<Failure> failures(Exchange exchange) {
        String coding = Gzip.coding(exchange.answer().headers());
        return coding.isEmpty() || !isPlainJson(exchange.answer())
                ? List.of()
                : List.of(new Failure(
                        CheckId.RESPONSE_FIELDS.id(),
                        exchange.asked(),
                        "An answer is said to be coded, and is not.",
                        "no Content-Encoding (RFC 9110, section 8.4)",
                        "Content-Encoding: " + coding + ", and JSON as it stands",
                        exchange.asked().documented()));
    }

    private static boolean isPlainJson(HttpResponse answer) {
        try {
            boolean json = answer.contentType()
                    .map(MediaType::syntax)
                    .filter("json"::equals)
                    .isPresent();
            return json && answer.body().length > 0 && JSON.read(answer.body()).isContainerNode();
        } catch (MalformedBody coded) {
            return false;
        }
    }
}
