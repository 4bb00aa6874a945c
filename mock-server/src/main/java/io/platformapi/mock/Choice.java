package io.platformapi.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.Content;
import io.platformapi.contract.Response;
import io.platformapi.contract.http.Headers;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request is to be answered with.
 *
 * @param status the status
 * @param response the response that the document gives for it
 * @param source where the body's value comes from
 */
record Choice(int status, Response response, Source source) {

    /** Where a value comes from. */
    sealed interface Source {}

    /** The first example, else a value made from the schema. */
    record Usual() implements Source {}

    /** The example that the client asks for by name. */
    record Named(String example) implements Source {}

    /** The example whose request was sent; the usual one in a media type that has no example of the name. */
    record Repeated(String example) implements Source {}

    /** A value made up, whatever examples there are. */
    record Invented(Optional<String> seed) implements Source {}

    /** A value that a stub gives, and header fields that take the place of the documented ones. */
    record Given(JsonNode value, Headers headers) implements Source {}

    /** What is remembered, which in each type of the body may be another source. */
    record Remembered(Function<Content, Source> in, Headers headers) implements Source {}

    /** The same for one type of the body. */
    Choice in(Content content) {
        return source instanceof Remembered remembered ? from(remembered.in().apply(content)) : this;
    }

    static Choice usual(int status, Response response) {
        return new Choice(status, response, new Usual());
    }

    Choice from(Source other) {
        return new Choice(status, response, other);
    }
}
