package io.platformapi.server.http;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import java.util.Optional;

/**
 * What a request is answered.
 *
 * @param response the answer, or what there is of it
 * @param rest what follows; empty where the answer is whole
 */
record ServedAnswer(HttpResponse response, Optional<LongBody> rest) {

    /** An answer that is whole. */
    static ServedAnswer whole(HttpResponse response) {
        return new ServedAnswer(response, Optional.empty());
    }

    /** This answer with fields in place of its own. */
    ServedAnswer with(Headers fields) {
        return new ServedAnswer(
                new HttpResponse(response.status(), response.headers().with(fields), response.body()), rest);
    }

    /** This answer with more fields. */
    ServedAnswer and(Headers more) {
        return new ServedAnswer(response.with(more), rest);
    }
}
