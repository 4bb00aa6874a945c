package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The formats that are asserted; every other {@code format} is a remark. */
final class Formats {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    /** Possessive, so that the stack does not grow with what is sent. */
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
                    + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*+");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})");

    static final List<Format> ASSERTED = List.of(
            new OfText("uuid", text -> UUID.matcher(text).matches()),
            new OfText("email", text -> EMAIL.matcher(text).matches()),
            new OfText("date", text -> DATE.matcher(text).matches() && parses(() -> LocalDate.parse(text))),
            new OfText("date-time", Formats::isDateTime),
            new OfText("uri", Formats::isUri),
            new OfText("byte", text -> isBase64(text)),
            new OfNumber("int32", Integer.SIZE),
            new OfNumber("int64", Long.SIZE));

    private Formats() {}

    private static boolean isDateTime(String text) {
        // RFC 3339 allows a leap second, java.time does not: it is checked as the second before.
        String parsable = text.toUpperCase(java.util.Locale.ROOT).replaceFirst(":60(?=[.Z+-])", ":59");
        return DATE_TIME.matcher(text).matches() && parses(() -> OffsetDateTime.parse(limited(parsable)));
    }

    /** java.time reads nine digits of a second's fraction; RFC 3339 sets no limit. */
    private static String limited(String text) {
        return text.replaceFirst("(\\.\\d{9})\\d+", "$1");
    }

    private static boolean parses(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return text.length() % 4 == 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private record OfText(String name, Predicate<String> test) implements Format {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext context, String text) {
            return test.test(text);
        }
    }

    private record OfNumber(String name, int bits) implements Format {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext context, SchemaContext schema, JsonNode value) {
            return !value.isNumber()
                    || Type.of(value) == Type.INTEGER
                            && value.decimalValue().toBigInteger().bitLength() < bits;
        }
    }
}
