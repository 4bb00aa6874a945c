package io.platformapi.verify.cases;

/**
 * A valid request like another one but for one thing.
 *
 * @param place the part of the request and the pointer in it, such as {@code /query/limit}
 * @param what what is unusual there, as words
 * @param input the request
 */
record Variety(String place, String what, RequestValues input) {

    String words() {
        return place.substring(1).replaceFirst("/", " ") + " has " + what;
    }
}
