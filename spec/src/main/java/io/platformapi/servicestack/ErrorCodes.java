package io.platformapi.servicestack;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.In;
import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.dialect.Statuses;
import io.platformapi.contract.schema.Breach;
import io.platformapi.contract.schema.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The platform's codes and messages for broken rules: what ServiceStack's validators say. */
final class ErrorCodes {

    static final String UNREADABLE = "SerializationException";

    private static final Map<String, Function<Violation, Error>> RULES = Map.of(
            "required", ErrorCodes::notEmpty,
            "minItems", ErrorCodes::notEmpty,
            "minLength", ErrorCodes::notEmpty,
            "format-email", ErrorCodes::noAddress,
            "maxItems", v -> tooLong(v, "'%s' must have %s entries or fewer. You entered %s."),
            "maxLength",
                    v -> tooLong(v, "The length of '%s' must be %s characters or fewer. You entered %s characters."),
            "twice", v -> error(UNREADABLE, v, "'" + v.name() + "' stands twice in the body"));

    private ErrorCodes() {}

    /** The status of a refusal, which is the platform's 400 where HTTP has a finer one. */
    static int status(Refusal.Kind kind) {
        return kind == Refusal.Kind.INVALID || kind == Refusal.Kind.PREFERENCE ? 400 : Statuses.of(kind);
    }

    /** What a refusal is called; for the failures of a tool the platform has no words of their own. */
    private static String code(Refusal.Kind kind) {
        return switch (kind) {
            case UNPARSABLE, INVALID, PREFERENCE, NO_HTTP, CODING, VERSION -> UNREADABLE;
            case UNROUTED, UNDOCUMENTED -> "NotFound";
            case METHOD -> "MethodNotAllowed";
            case CREDENTIALS -> "Unauthorized";
            case FORBIDDEN -> "Forbidden";
            case TOO_MANY -> "TooManyRequests";
            case TOO_LARGE -> "PayloadTooLarge";
            case MEDIA_TYPE -> "UnsupportedMediaType";
            case UNACCEPTABLE -> "NotAcceptable";
            case TIMEOUT -> "RequestTimeout";
            case LONG_TARGET -> "UriTooLong";
            case LARGE_HEADERS -> "HeadersTooLarge";
            case UNANSWERED, UNANSWERABLE, INVALID_ANSWER, FAILURE -> "InternalError";
        };
    }

    /**
     * One entry of {@code Errors}.
     *
     * @param code a value of {@code ErrorCode}
     * @param field the member, with an index for an item of a list; empty for the whole body
     * @param message a sentence for people
     * @param meta what the sentence speaks of, by the names that ServiceStack's validators have for it; none where the
     *     platform sends none
     */
    record Error(String code, String field, String message, Map<String, String> meta) {

        Error(String code, String field, String message) {
            this(code, field, message, Map.of());
        }
    }

    /** What the violations of a refusal are called: by the rules where the request broke some, else by the kind. */
    static List<Error> of(Refusal refusal, String requestType) {
        return refusal.violations().stream()
                .map(violation -> refusal.isOfInvalid()
                        ? of(violation, requestType)
                        : new Error(code(refusal.kind()), violation.name(), refusal.message()))
                .toList();
    }

    private static Error of(Violation violation, String requestType) {
        Breach breach = violation.breach();
        if (breach instanceof Breach.Malformed unread) {
            String what = "Could not deserialize '" + unread.expected() + "' request using " + requestType + ": ";
            return new Error(UNREADABLE, "", what + violation.received() + ".");
        }
        if (breach instanceof Violation.Mismatch mismatch) {
            return mismatch(violation, mismatch.first());
        }
        return breach.value().isNull()
                ? notEmpty(violation)
                : RULES.getOrDefault(violation.rule(), ErrorCodes::invalid).apply(violation);
    }

    /** The error that speaks for all of them. */
    static Error outer(List<Error> errors, Refusal refusal, String requestType) {
        if (!refusal.isOfInvalid()) {
            return new Error(code(refusal.kind()), "", refusal.message());
        }
        boolean unread = errors.stream()
                .anyMatch(error ->
                        error.code().equals(UNREADABLE) && !error.field().isEmpty());
        return unread ? new Error(UNREADABLE, "", "Unable to bind to request '" + requestType + "'") : errors.get(0);
    }

    private static Error notEmpty(Violation violation) {
        String words = words(violation.name());
        return error("NotEmpty", violation, "'" + words + "' must not be empty.", "PropertyName", words);
    }

    private static Error noAddress(Violation violation) {
        String words = words(violation.name());
        String message = "'" + words + "' is not a valid email address.";
        return error("Email", violation, message, "PropertyName", words, "PropertyValue", sent(violation));
    }

    private static Error tooLong(Violation violation, String sentence) {
        Breach.OfKeyword fault = (Breach.OfKeyword) violation.breach();
        String words = words(violation.name());
        String most = String.valueOf(fault.limit().asLong());
        String length = String.valueOf(fault.length());
        String message = sentence.formatted(words, most, length);
        return error(
                "MaximumLength", violation, message, "PropertyName", words, "MaxLength", most, "TotalLength", length);
    }

    private static Error invalid(Violation violation) {
        if (violation.name().isEmpty()) {
            return error(UNREADABLE, violation, "The body is not " + violation.expected() + ".");
        }
        String message = "'" + sent(violation) + "' is an Invalid value for '" + violation.name() + "'";
        return violation.in() == In.BODY
                ? error(UNREADABLE, violation, message)
                : new Error(UNREADABLE, violation.name(), message);
    }

    /** A value that was sent; where there is none, what else was. */
    private static String sent(Violation violation) {
        JsonNode value = violation.breach().value();
        return value.isMissingNode() ? violation.received() : Shown.plain(value);
    }

    private static Error mismatch(Violation violation, In first) {
        String message = "'%s' has one value in the %s and another in the %s."
                .formatted(violation.name(), first.keyword(), violation.in().keyword());
        return error("Mismatch", violation, message);
    }

    private static Error error(String code, Violation violation, String message, String... namesAndValues) {
        Map<String, String> meta = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            meta.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Error(code, violation.name() + violation.pointer().replaceAll("/(\\d+)", "[$1]"), message, meta);
    }

    /** {@code EmailAddress} becomes {@code Email Address}. */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }
}
