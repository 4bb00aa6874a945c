package io.platformapi.mock;

import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.http.Gzip;
import io.platformapi.contract.http.HttpRequest;
import java.util.Optional;

/** Requests without the coding of their bodies, which may be gzip. */
final class PlainRequest {

    /** Why a body is not read that is said to be coded so. */
    static final Refusal BROKEN =
            Refusal.of(Refusal.Kind.UNPARSABLE, "The body is not coded as gzip, or larger than is read.");

    private static final String ACCEPTED = "Accept-Encoding";
    private static final int MOST_BYTES = 16 << 20;

    private PlainRequest() {}

    /** The request with what its body stands for; empty where that cannot be read. */
    static Optional<HttpRequest> of(HttpRequest request) {
        if (!request.hasBody() || !Gzip.isCoding(request.headers())) {
            return Optional.of(request);
        }
        HttpRequest plain = Gzip.unsaid(request);
        return Gzip.decoded(request.body(), MOST_BYTES)
                .map(body -> new HttpRequest(plain.method(), plain.path(), plain.query(), plain.headers(), body));
    }

    /** A refusal of other codings, which names the one that is taken. */
    static Refusal offering(Refusal refusal) {
        return refusal.headers().has(ACCEPTED) ? refusal.with(ACCEPTED, "gzip, identity") : refusal;
    }

    /** Whether a body is coded in a way that nobody reads here. */
    static boolean isUnread(HttpRequest request) {
        return request.hasBody() && !Gzip.coding(request.headers()).isEmpty() && !Gzip.isCoding(request.headers());
    }
}
