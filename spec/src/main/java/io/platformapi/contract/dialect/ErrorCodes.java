package io.platformapi.contract.dialect;

import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.Violation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The platform's codes and messages for broken rules: what ServiceStack's validators say. */
final class ErrorCodes {

    static final String UNREADABLE = "SerializationException";

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final Map<String, Function<Violation, Error>> RULES = Map.of(
            "required", ErrorCodes::notEmpty,
            "minItems", ErrorCodes::notEmpty,
            "minLength", ErrorCodes::notEmpty,
            "format-email", v -> error("Email", v, "'" + words(v.name()) + "' is not a valid email address."),
            "maxItems",
                    v -> error(
                            "MaximumLength",
                            v,
                            atMost(v, "'" + words(v.name()) + "' must have %s entries or fewer. You entered %s.")),
            "maxLength",
                    v -> error(
                            "MaximumLength",
                            v,
                            atMost(
                                    v,
                                    "The length of '" + words(v.name())
                                            + "' must be %s characters or fewer. You entered %s characters.")),
            "mismatch", ErrorCodes::mismatch,
            "malformed", v -> error(UNREADABLE, v, "The body is not " + v.expected() + ": " + v.received() + "."),
            "twice", v -> error(UNREADABLE, v, "'" + v.name() + "' stands twice in the body"));

    /** What a failure is called that only its status tells of. */
    private static final Map<Integer, String> STATUSES = Map.ofEntries(
            Map.entry(400, UNREADABLE),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "NotFound"),
            Map.entry(405, "MethodNotAllowed"),
            Map.entry(406, "NotAcceptable"),
            Map.entry(408, "RequestTimeout"),
            Map.entry(413, "PayloadTooLarge"),
            Map.entry(414, "UriTooLong"),
            Map.entry(415, "UnsupportedMediaType"),
            Map.entry(429, "TooManyRequests"),
            Map.entry(431, "HeadersTooLarge"),
            Map.entry(503, "Unavailable"));

    private ErrorCodes() {}

    /** The code of a status, for failures of a tool that the platform has no code for. */
    static String ofStatus(int status) {
        return STATUSES.getOrDefault(status, "InternalError");
    }

    /**
     * One entry of {@code Errors}.
     *
     * @param code a value of {@code ErrorCode}
     * @param field the member, with an index for an item of a list; empty for the whole body
     * @param message a sentence for people
     */
    record Error(String code, String field, String message) {}

    static Error of(Violation violation) {
        if (violation.received().equals("null")) {
            return notEmpty(violation);
        }
        return RULES.getOrDefault(violation.rule(), ErrorCodes::invalid).apply(violation);
    }

    /** The error that speaks for all of them. */
    static Error outer(List<Error> errors, Refusal refusal, String requestType) {
        if (!refusal.code().isEmpty() || errors.isEmpty()) {
            return new Error(refusal.code(), "", refusal.message());
        }
        boolean unread = errors.stream()
                .anyMatch(error ->
                        error.code().equals(UNREADABLE) && !error.field().isEmpty());
        return unread ? new Error(UNREADABLE, "", "Unable to bind to request '" + requestType + "'") : errors.get(0);
    }

    private static Error notEmpty(Violation violation) {
        return error("NotEmpty", violation, "'" + words(violation.name()) + "' must not be empty.");
    }

    private static Error invalid(Violation violation) {
        if (violation.name().isEmpty()) {
            return error(UNREADABLE, violation, "The body is not " + violation.expected() + ".");
        }
        String text = violation.received().replaceFirst("^\"(.*)\"$", "$1");
        return error(UNREADABLE, violation, "'" + text + "' is an Invalid value for '" + violation.name() + "'");
    }

    private static Error mismatch(Violation violation) {
        String first = violation.expected().startsWith("the value of the path") ? "path" : "query";
        String message = "'%s' has one value in the %s and another in the %s."
                .formatted(violation.name(), first, violation.in().keyword());
        return error("Mismatch", violation, message);
    }

    private static String atMost(Violation violation, String sentence) {
        return sentence.formatted(number(violation.expected()), number(violation.received()));
    }

    private static String number(String text) {
        Matcher number = NUMBER.matcher(text);
        return number.find() ? number.group() : "more";
    }

    private static Error error(String code, Violation violation, String message) {
        return new Error(code, violation.name() + violation.pointer().replaceAll("/(\\d+)", "[$1]"), message);
    }

    /** {@code EmailAddress} becomes {@code Email Address}. */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }
}
