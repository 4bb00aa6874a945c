package io.platformapi.mock.proxy;

import io.platformapi.contract.http.Gzip;
import io.platformapi.contract.http.HttpResponse;
import java.util.Optional;

/** Answers without the coding of their bodies. */
public final class PlainAnswer {

    private static final int MOST_BYTES = 64 << 20;

    private PlainAnswer() {}

    /** The answer without the coding of its body; empty where that cannot be undone. */
    public static Optional<HttpResponse> of(HttpResponse response) {
        if (Gzip.coding(response.headers()).isEmpty() || response.body().length == 0) {
            return Optional.of(response);
        }
        return Gzip.isCoding(response.headers())
                ? Gzip.decoded(response.body(), MOST_BYTES)
                        .map(body -> new HttpResponse(response.status(), response.headers(), body))
                : Optional.empty();
    }
}
