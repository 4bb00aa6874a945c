package io.platformapi.contract.dialect;

import io.platformapi.contract.http.HttpRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookies of a request (RFC 6265, section 4.2). */
final class Cookies {

    private Cookies() {}

    static Optional<String> value(HttpRequest request, String name) {
        return request.headers().all("Cookie").stream()
                .flatMap(field -> Stream.of(field.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }
}
