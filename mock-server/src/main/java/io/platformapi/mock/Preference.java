package io.platformapi.mock;

import io.platformapi.contract.check.Refusal;
import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a client would like to be answered, from its {@code Prefer} header (RFC 7240): {@code Prefer: code=404,
 * example=no-such-request}, {@code Prefer: dynamic=true}, {@code Prefer: delay=300}.
 *
 * @param code the status to answer with
 * @param example the name of the example to answer with
 * @param dynamic whether values are to be made up, whatever examples there are
 * @param seed what made-up values follow from
 */
record Preference(Optional<Integer> code, Optional<String> example, boolean dynamic, Optional<String> seed) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]+");

    /** No preference at all. */
    static final Preference NONE = new Preference(Optional.empty(), Optional.empty(), false, Optional.empty());

    /**
     * One preference: a token, its value quoted or not, and parameters that mean nothing here. The quoted value is
     * possessive, so that the stack does not grow with it.
     */
    private static final Pattern ITEM =
            Pattern.compile("\\s*([^\\s=,;\"]+)\\s*(?:=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^,;\"]*)))?[^,]*,?");

    /** How late a client would like to be answered; empty if it has no such wish, or not one that can be read. */
    static Optional<Delay> delay(Headers headers) {
        return Optional.ofNullable(values(headers).get("delay")).flatMap(Delay::of);
    }

    /** How badly a client would like the answer to come; empty if it would not. */
    static Optional<Misbehaviour> misbehaviour(Headers headers) {
        return Optional.ofNullable(values(headers).get("fault")).flatMap(Misbehaviour::named);
    }

    /** Whether a client asks for an answer that only a mock can choose: by status, by name, or made up. */
    static boolean isAskedFor(Headers headers) {
        Map<String, String> values = values(headers);
        return values.containsKey("code") || values.containsKey("example") || isDynamic(values);
    }

    private static boolean isDynamic(Map<String, String> values) {
        return "true".equalsIgnoreCase(values.get("dynamic"));
    }

    /**
     * Reads the preferences of a request; of one that stands twice the first counts, those of others are passed over.
     */
    static Preference of(Headers headers) {
        Map<String, String> values = values(headers);
        if (values.isEmpty()) {
            return NONE;
        }
        checkDelay(values);
        checkFault(values);
        return new Preference(
                Optional.ofNullable(values.get("code")).map(Preference::status),
                Optional.ofNullable(values.get("example")),
                isDynamic(values),
                Optional.ofNullable(values.get("seed")));
    }

    private static Map<String, String> values(Headers headers) {
        String text = headers.text("Prefer");
        if (text.isEmpty()) {
            return Map.of();
        }
        Map<String, String> values = new HashMap<>();
        Matcher item = ITEM.matcher(text);
        while (item.find()) {
            String quoted = item.group(2);
            String plain = item.group(3) == null ? "" : item.group(3).strip();
            String value = quoted == null ? plain : quoted.replaceAll("\\\\(.)", "$1");
            values.putIfAbsent(item.group(1).toLowerCase(Locale.ROOT), value);
        }
        return values;
    }

    private static void checkDelay(Map<String, String> values) {
        String text = values.get("delay");
        if (text != null && Delay.of(text).isEmpty()) {
            throw new NoAnswer(
                    Refusal.Kind.PREFERENCE,
                    "'Prefer: delay=" + text + "' asks for no time; write delay=" + Delay.FORM + ".");
        }
    }

    private static void checkFault(Map<String, String> values) {
        String name = values.get("fault");
        if (name != null && Misbehaviour.named(name).isEmpty()) {
            throw new NoAnswer(
                    Refusal.Kind.PREFERENCE,
                    "'Prefer: fault=" + name + "' names no fault; write fault="
                            + String.join(", fault=", Misbehaviour.names()) + ".");
        }
    }

    private static int status(String text) {
        if (!text.matches("[1-5]\\d\\d")) {
            throw new NoAnswer(
                    Refusal.Kind.PREFERENCE, "'Prefer: code=" + text + "' asks for no status; write code=404.");
        }
        if (text.startsWith("1")) {
            throw new NoAnswer(
                    Refusal.Kind.PREFERENCE,
                    "'Prefer: code=" + text + "' asks for an interim response, which answers nothing; write code=404.");
        }
        return Integer.parseInt(text);
    }

    /** The answer to whoever prefers this, which says so (RFC 7240, section 3). */
    HttpResponse acknowledged(HttpResponse response) {
        if (!chooses() && !dynamic) {
            return response;
        }
        String heeded = Stream.of(
                        code.map(status -> "code=" + status),
                        example.filter(TOKEN.asMatchPredicate()).map(name -> "example=" + name),
                        dynamic ? Optional.of("dynamic=true") : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return heeded.isEmpty() ? response : response.with(Headers.of("Preference-Applied", heeded));
    }

    /** This preference, or another where this is none. */
    Preference orElse(Supplier<Preference> other) {
        return chooses() || dynamic || seed.isPresent() ? this : other.get();
    }

    /** Whether a documented answer is asked for by status or name. */
    boolean chooses() {
        return code.isPresent() || example.isPresent();
    }
}
