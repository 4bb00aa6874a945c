package io.platformapi.contract.schema;

import io.platformapi.contract.pattern.RegexFinder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The formats that JSON Schema (2020-12, section 7.3) and OpenAPI's registry give a meaning; every other {@code format}
 * is a remark.
 */
final class FormatTable {

    private static final UUID EXAMPLE = UUID.fromString("3fa85f64-5717-4562-b3fc-2c963f66afa6");
    private static final String UUID_SHAPE = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    /** An anchor of other languages, which ECMA-262 takes for the letter in its most lenient reading alone. */
    private static final Pattern FOREIGN_ANCHOR = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\[AZz]");

    private static final int LONGEST_REGEX = 10_000;
    private static final String SITE = "https://example.com/";

    static final Map<String, KnownFormat> FORMATS = Stream.of(moments(), names(), texts(), encodings(), numbers())
            .flatMap(all -> all)
            .collect(Collectors.toUnmodifiableMap(KnownFormat::name, Function.identity()));

    private FormatTable() {}

    private static boolean isUuid(String text) {
        boolean right = text.length() == UUID_SHAPE.length();
        for (int i = 0; right && i < text.length(); i++) {
            char c = text.charAt(i);
            right = UUID_SHAPE.charAt(i) == '-' ? c == '-' : c < 0x80 && Character.digit(c, 16) >= 0;
        }
        return right;
    }

    private static Stream<KnownFormat> moments() {
        return Stream.of(
                of("date", "a date such as 2026-01-31", MomentFormats::isDate, "2026-02-30", FormatTable::date),
                of(
                        "time",
                        "a time such as 09:30:00Z",
                        MomentFormats::isTime,
                        "half past nine",
                        FormatTable::utc,
                        "07:08:09.123Z"),
                of(
                        "date-time",
                        "a date and time such as 2026-01-31T09:30:00Z",
                        MomentFormats::isDateTime,
                        "yesterday",
                        pick -> date(pick) + "T" + utc(pick),
                        "2024-05-06T07:08:09.123Z"),
                of(
                        "date-time-local",
                        "a date and time such as 2026-01-31T09:30:00, without an offset",
                        text -> MomentFormats.isDateTime(text + "Z"),
                        "2026-01-31T09:30:00Z",
                        pick -> date(pick) + "T" + time(pick)),
                of(
                        "time-local",
                        "a time such as 09:30:00, without an offset",
                        text -> MomentFormats.isTime(text + "Z"),
                        "09:30:00Z",
                        FormatTable::time),
                of(
                        "duration",
                        "a duration such as P3DT12H",
                        MomentFormats::isDuration,
                        "3 days",
                        pick -> "P" + (1 + pick.applyAsLong(30)) + "D",
                        "PT1H30M"));
    }

    private static Stream<KnownFormat> names() {
        return Stream.of(
                of(
                        "email",
                        "an e-mail address",
                        HostFormats::isEmail,
                        "nobody at example",
                        FormatTable::email,
                        "a@b.cd",
                        "somebody.with.a.long.name@mail.example.org"),
                of(
                        "idn-email",
                        "an e-mail address",
                        HostFormats::isInternationalEmail,
                        "nobody at example",
                        FormatTable::email),
                of(
                        "hostname",
                        "a host name such as www.example.com",
                        HostFormats::isHost,
                        "-example-.com",
                        FormatTable::host,
                        "a"),
                of(
                        "idn-hostname",
                        "a host name such as www.example.com",
                        HostFormats::isInternationalHost,
                        "-example-.com",
                        FormatTable::host,
                        "a"),
                of(
                        "ipv4",
                        "an IPv4 address such as 192.0.2.1",
                        HostFormats.within("ipv4"),
                        "192.0.2.256",
                        pick -> "192.0.2." + (1 + pick.applyAsLong(254))),
                of(
                        "ipv6",
                        "an IPv6 address such as 2001:db8::1",
                        HostFormats.within("ipv6"),
                        "2001:db8::1::2",
                        pick -> "2001:db8::" + Long.toHexString(1 + pick.applyAsLong(0xFFFE)),
                        "::"),
                of(
                        "uri",
                        "an absolute URI",
                        UriFormats.of("uri"),
                        "no uri at all",
                        FormatTable::uri,
                        "http://example.org/a?b=c",
                        "urn:a:b"),
                of(
                        "uri-reference",
                        "a URI, absolute or relative",
                        UriFormats.of("uri-reference"),
                        "no uri at all",
                        pick -> "/" + TextFormat.word(pick),
                        SITE,
                        ""),
                of("iri", "an absolute IRI", UriFormats.of("iri"), "no iri at all", FormatTable::uri),
                of(
                        "iri-reference",
                        "an IRI, absolute or relative",
                        UriFormats.of("iri-reference"),
                        "<no iri>",
                        pick -> "/" + TextFormat.word(pick)),
                of(
                        "uri-template",
                        "a URI template such as /users/{id}",
                        UriFormats::isTemplate,
                        "/users/{id",
                        pick -> SITE + "{id}",
                        "/a/{b}"));
    }

    private static Stream<KnownFormat> texts() {
        return Stream.of(
                of(
                        "uuid",
                        "a UUID such as 6f9619ff-8b86-4d11-b42d-00c04fc964ff",
                        FormatTable::isUuid,
                        "not-a-uuid",
                        FormatTable::uuid,
                        "0F8FAD5B-D9CB-469F-A165-70867728950E"),
                of(
                        "json-pointer",
                        "a JSON pointer such as /a/0",
                        UriFormats::isPointer,
                        "a/0",
                        pick -> "/" + TextFormat.word(pick),
                        ""),
                of(
                        "relative-json-pointer",
                        "a relative JSON pointer such as 1/a",
                        UriFormats::isRelativePointer,
                        "/a/0",
                        pick -> "1/" + TextFormat.word(pick),
                        "1"),
                of(
                        "regex",
                        "a regular expression (ECMA-262)",
                        FormatTable::isRegex,
                        "([a-z]+",
                        pick -> "^[a-z]+$",
                        "a+"),
                of(
                        "char",
                        "one character",
                        text -> text.codePointCount(0, text.length()) == 1,
                        "ab",
                        pick -> TextFormat.word(pick).substring(0, 1)),
                remark("password", pick -> "correct-horse-" + TextFormat.word(pick)),
                remark("url", FormatTable::uri));
    }

    private static Stream<KnownFormat> encodings() {
        return Stream.of(
                of("byte", "base64 text", Encodings::isBase64, "%%%", pick -> "c2FtcGxl"),
                of("base64url", "base64url text", Encodings::isBase64Url, "%%%", pick -> "c2FtcGxl"));
    }

    private static Stream<KnownFormat> numbers() {
        return Stream.of(
                NumberFormat.signed(8),
                NumberFormat.signed(16),
                NumberFormat.signed(32),
                NumberFormat.signed(64),
                NumberFormat.unsigned(8),
                NumberFormat.unsigned(16),
                NumberFormat.unsigned(32),
                NumberFormat.unsigned(64),
                NumberFormat.ofDouble());
    }

    private static TextFormat of(
            String name,
            String words,
            Predicate<String> test,
            String refused,
            TextFormat.Sample sample,
            String... others) {
        return new TextFormat(name, words, test, refused, sample, List.of(others));
    }

    /** A format that takes every text. */
    private static TextFormat remark(String name, TextFormat.Sample sample) {
        return new TextFormat(name, "text in the format " + name, any -> true, "", sample, List.of());
    }

    /** Nobody reads a longer one. */
    private static boolean isRegex(String text) {
        return text.length() <= LONGEST_REGEX
                && RegexFinder.refusal(text).isEmpty()
                && !FOREIGN_ANCHOR.matcher(text).find();
    }

    private static String date(LongUnaryOperator pick) {
        return "2026-%02d-%02d".formatted(1 + pick.applyAsLong(12), 1 + pick.applyAsLong(28));
    }

    private static String time(LongUnaryOperator pick) {
        return "%02d:%02d:%02d".formatted(pick.applyAsLong(24), pick.applyAsLong(60), pick.applyAsLong(60));
    }

    private static String utc(LongUnaryOperator pick) {
        return time(pick) + "Z";
    }

    private static String email(LongUnaryOperator pick) {
        long number = pick.applyAsLong(1000);
        return TextFormat.word(pick) + (number == 0 ? "" : "." + number) + "@example.com";
    }

    private static String host(LongUnaryOperator pick) {
        return TextFormat.word(pick) + ".example.com";
    }

    private static String uri(LongUnaryOperator pick) {
        return SITE + TextFormat.word(pick);
    }

    /** Of version 4, as the example is. */
    private static String uuid(LongUnaryOperator pick) {
        long high = EXAMPLE.getMostSignificantBits() ^ pick.applyAsLong(Long.MAX_VALUE) & ~0xF000L;
        return new UUID(high, EXAMPLE.getLeastSignificantBits() ^ pick.applyAsLong(1L << 62)).toString();
    }
}
