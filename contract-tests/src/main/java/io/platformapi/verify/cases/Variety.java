package io.platformapi.verify.cases;

import java.util.List;

/**
 * A valid request like another one but for one thing.
 *
 * @param place the part of the request and the pointer in it, such as {@code /query/limit}
 * @param what what is unusual there, as words
 * @param input the request
 * @param usual requests that look like the accepted one, as in {@link Proof}
 * @param alike requests that look like this one
 */
record Variety(String place, String what, RequestValues input, List<RequestValues> usual, List<RequestValues> alike) {

    /** One whose refusal tells enough. */
    Variety(String place, String what, RequestValues input) {
        this(place, what, input, List.of(), List.of());
    }

    String words() {
        return place.substring(1).replaceFirst("/", " ") + " has " + what;
    }
}
