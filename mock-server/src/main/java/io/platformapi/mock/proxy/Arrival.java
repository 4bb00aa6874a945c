package io.platformapi.mock.proxy;

import io.platformapi.contract.http.HttpResponse;
import java.util.Optional;

/**
 * An answer of an upstream.
 *
 * @param response the answer; without its body where that goes on
 * @param rest the body, where it is a stream or larger than is held; whoever takes it closes it
 */
public record Arrival(HttpResponse response, Optional<OpenBody> rest) {

    Arrival with(HttpResponse other) {
        return new Arrival(other, rest);
    }
}
