package io.platformapi.verify.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.In;
import io.platformapi.contract.http.MediaType;

/** How somebody wants one part of a valid request; the rest is as the document shows it, and no more than it needs. */
public sealed interface Wish {

    /** Any valid request. */
    record Anything() implements Wish {}

    /** A parameter has this value. */
    record Argument(In in, String name, JsonNode value) implements Wish {}

    /** The body is this value in this type. */
    record Body(MediaType type, JsonNode value) implements Wish {}

    /** There is a body in this type. */
    record BodyOf(MediaType type) implements Wish {}

    /** There is a body. */
    record AnyBody() implements Wish {}

    /** There is no body. */
    record NoBody() implements Wish {}

    /** A parameter is given, whatever its value. */
    record Given(In in, String name) implements Wish {}

    /** A parameter is left out. */
    record Without(In in, String name) implements Wish {}
}
