package io.platformapi.verify.chains;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.http.Percent;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what the next page is asked for by, in the page before it. */
final class Cursors {

    private static final Set<String> NAMES = Set.of(
            "next",
            "nextcursor",
            "cursor",
            "nextpagetoken",
            "pagetoken",
            "nexttoken",
            "endcursor",
            "continuation",
            "continuationtoken",
            "after");

    private Cursors() {}

    /** The value for the parameter of a name; empty where the page is the last. */
    static Optional<String> next(JsonNode page, String parameter) {
        return Stream.concat(
                        Stream.of(page),
                        page.isObject() ? page.properties().stream().map(one -> one.getValue()) : Stream.of())
                .filter(JsonNode::isObject)
                .flatMap(object -> object.properties().stream())
                .filter(member -> NAMES.contains(
                        member.getKey().replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT)))
                .map(member -> member.getValue())
                .filter(value -> value.isValueNode()
                        && !value.isNull()
                        && !value.asText().isEmpty())
                .map(JsonNode::asText)
                .map(text -> within(text, parameter))
                .findFirst();
    }

    /** The value itself, or where it is an address what that has for the parameter. */
    private static String within(String text, String parameter) {
        Matcher found =
                Pattern.compile("[?&]" + Pattern.quote(parameter) + "=([^&#]*)").matcher(text);
        return found.find() ? Percent.decodedForm(found.group(1)).orElse(text) : text;
    }
}
