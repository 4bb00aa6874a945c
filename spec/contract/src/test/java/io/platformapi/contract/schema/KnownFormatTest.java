package io.platformapi.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each format takes and refuses, as a schema asserts it. */
class KnownFormatTest {

    private static final String HOST_OF_254 = "a.".repeat(126) + "ab";

    private record Row(String format, List<String> right, List<String> wrong) {}

    private static Row row(String format, List<String> right, String... wrong) {
        return new Row(format, right, List.of(wrong));
    }

    static Stream<Row> texts() {
        return Stream.of(
                row("date", List.of("2024-02-29"), "2023-02-29", "2024-2-9", "2024-02-29Z", "２０２４-02-29"),
                row(
                        "time",
                        List.of("09:30:00Z", "09:30:00.5+05:30", "23:59:60Z"),
                        "09:30:00",
                        "9:30:00Z",
                        "24:00:00Z",
                        "09:30:00+01:00Z",
                        "09:60:00Z"),
                row(
                        "date-time",
                        List.of("2024-05-06t07:08:09z", "2024-05-06T07:08:09.1234567890123Z", "1998-12-31T23:59:60Z"),
                        "2024-05-06 07:08:09Z",
                        "2024-05-06T07:08:09",
                        "2024-05-06T24:08:09Z",
                        "2024-05-06T07:08:09Z\n"),
                row("date-time-local", List.of("2024-05-06T07:08:09"), "2024-05-06T07:08:09Z", "2024-05-06"),
                row("time-local", List.of("07:08:09.25"), "07:08:09Z", "07:08"),
                row("duration", List.of("P1Y2M3D", "PT36H", "P2W", "P1DT2M3S"), "P", "P1DT", "P1Y2D", "P1W2D", "1D"),
                row(
                        "email",
                        List.of(
                                "a@localhost",
                                "a.b+c@d.museum",
                                "\"a b\"@c.de",
                                "a@[192.0.2.1]",
                                "a@[IPv6:2001:db8::1]"),
                        "a..b@c.d",
                        ".a@c.de",
                        "a.@c.de",
                        "a@b@c.de",
                        "a b@c.de",
                        "@c.de",
                        "a@",
                        "a@-c.de",
                        "a@[192.0.2.256]",
                        "ä@c.de",
                        "a".repeat(65) + "@c.de"),
                row("idn-email", List.of("ä@öl.example"), "ä", "a..b@c.de"),
                row(
                        "hostname",
                        List.of("localhost", "a-b.example", "1.example", "xn--strae-oqa.example"),
                        "-a.example",
                        "a-.example",
                        "a..example",
                        "a.example.",
                        "a_b.example",
                        "straße.example",
                        "xn--X",
                        "a".repeat(64),
                        HOST_OF_254),
                row(
                        "idn-hostname",
                        List.of("straße.example", "例え.テスト"),
                        "-ä.example",
                        "ä..example",
                        "〮a",
                        "0א.example"),
                row("ipv4", List.of("192.0.2.1"), "192.0.2", "192.0.2.256", "192.0.2.01", "192.0.2.1/24", "0x7f000001"),
                row(
                        "ipv6",
                        List.of("::", "2001:db8::192.0.2.1"),
                        "12345::",
                        "1::2::3",
                        "2001:db8::/32",
                        "fe80::1%eth0"),
                row(
                        "uri",
                        List.of(
                                "urn:isbn:1",
                                "http://h:80/a?b#c",
                                "http://u:p@h/",
                                "http://[2001:db8::1]:80/",
                                "mailto:a@b.cd"),
                        "http://h:abc/",
                        "//h/a",
                        "/a",
                        "http://a@b@c/",
                        "http://[2001:db8::1",
                        "http://[::192.0.2.01]/",
                        "http://h/a b",
                        "http://h/%zz",
                        "http://h/ä"),
                row("uri-reference", List.of("", "/a", "#b", "../c?d", "http://h/"), "a b", "\\a", "//h:x/"),
                row("iri", List.of("http://h/ä", "http://öl.example/"), "/ä", "http://h:abc/ä", "http://h/a b"),
                row("iri-reference", List.of("/ä", "#ß"), "\\ä", "//h:x/ä"),
                row(
                        "uri-template",
                        List.of("/a/{b}", "/a{?b,c*,d:3}", "/it's/{+e}"),
                        "/a/{b",
                        "/a/b}",
                        "/a b/{c}",
                        "/{a b}"),
                row(
                        "uuid",
                        List.of("6F9619FF-8b86-4d11-b42d-00c04fc964ff"),
                        "6f9619ff8b864d11b42d00c04fc964ff",
                        "{6f9619ff-8b86-4d11-b42d-00c04fc964ff}"),
                row("json-pointer", List.of("", "/a/0", "/~0~1", "/"), "a", "#/a", "/~2", "/~"),
                row("relative-json-pointer", List.of("0", "1#", "2/a"), "/a", "01/a", "-1/a", "0##", "1/~2"),
                row("regex", List.of("^[a-z]+$", "(?:a|b){2,}"), "([a-z]+", "a{2,1}", "*"),
                row("char", List.of("a", "😀"), "", "ab"),
                row("byte", List.of("", "YWI="), "YWI", "Y-I=", "YW I="),
                row("base64url", List.of("", "YWI", "_-8"), "Y+I", "Y/I"));
    }

    private static Schema schema(String format) {
        String document =
                "openapi: 3.1.1\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    It: {format: "
                        + format + "}\n";
        return new ContractReader(Access.SAME_ORIGIN)
                .read(document, URI.create("file:///t.yaml"), "t.yaml")
                .schema("It")
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void takesWhatItsSpecificationTakesAndNothingElse(Row row) {
        Schema schema = schema(row.format());

        assertThat(row.right())
                .allSatisfy(text -> assertThat(schema.faults(TextNode.valueOf(text)))
                        .as(text)
                        .isEmpty());
        assertThat(row.wrong())
                .allSatisfy(text -> assertThat(schema.faults(TextNode.valueOf(text)))
                        .as(text)
                        .extracting(Fault::rule)
                        .containsExactly("format-" + row.format()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int8 -128 127 -129 128 1.5",
                "int16 -32768 32767 -32769 32768 0.1",
                "int32 -2147483648 2147483647 -2147483649 2147483648 1e99",
                "int64 -9223372036854775808 9223372036854775807 -9223372036854775809 9223372036854775808 0.5",
                "uint8 0 255 -1 256 0.5",
                "uint16 0 65535 -1 65536 0.5",
                "uint32 0 4294967295 -1 4294967296 0.5",
                "uint64 0 18446744073709551615 -1 18446744073709551616 0.5",
                "double-int -9007199254740991 9007199254740991 -9007199254740992 9007199254740992 0.5"
            })
    void takesTheWholeNumbersOfItsRange(String row) throws Exception {
        List<String> words = List.of(row.split(" "));
        Schema schema = schema(words.get(0));
        for (int i = 1; i < words.size(); i++) {
            assertThat(schema.faults(new Json().read(words.get(i).getBytes(StandardCharsets.US_ASCII)))
                            .isEmpty())
                    .as(words.get(i))
                    .isEqualTo(i < 3);
        }
    }

    @Test
    void hasASampleThatItTakesAndAValueThatItRefuses() {
        assertThat(FormatTable.FORMATS.values()).allSatisfy(format -> {
            assertThat(format.wrong().isMissingNode() || !format.accepts(format.wrong()))
                    .isTrue();
            if (format instanceof TextFormat text) {
                Random random = new Random(1);
                assertThat(Stream.concat(
                                Stream.generate(() -> text.sample().text(random::nextLong))
                                        .limit(200),
                                text.others().stream()))
                        .allMatch(text.test());
            }
        });
    }

    @Test
    void saysWhatWouldBeRight() {
        assertThat(told("ipv4", TextNode.valueOf("::1")))
                .isEqualTo("format-ipv4: an IPv4 address such as 192.0.2.1, not \"::1\"");
        assertThat(told("duration", TextNode.valueOf("3 days")))
                .isEqualTo("format-duration: a duration such as P3DT12H, not \"3 days\"");
        assertThat(told("uint8", IntNode.valueOf(300)))
                .isEqualTo("format-uint8: a whole number from 0 to 255, not 300");
    }

    private static String told(String format, JsonNode value) {
        Fault fault = schema(format).faults(value).get(0);
        return fault.rule() + ": " + fault.expected() + ", not " + fault.received();
    }

    @Test
    void leavesAloneWhatNobodyHasRegisteredAndValuesOfOtherTypes() {
        assertThat(schema("phone-of-my-aunt").faults(TextNode.valueOf("?"))).isEmpty();
        assertThat(schema("password").faults(TextNode.valueOf(""))).isEmpty();
        assertThat(schema("ipv4").faults(IntNode.valueOf(1))).isEmpty();
        assertThat(schema("int32").faults(TextNode.valueOf("x"))).isEmpty();
    }

    @Test
    void readsTheLongestTextOnALittleStack() {
        List<String> texts = Stream.of("a", "a.", "/a", "{a}", "1:", "\u0645", "\\a")
                .flatMap(part ->
                        Stream.of("", "http://", "http://[", "\"", "1/", "P").map(head -> head + part.repeat(200_000)))
                .toList();

        assertThat(FormatTable.FORMATS.values())
                .allSatisfy(format -> assertThat(texts)
                        .allSatisfy(text -> assertThat(format.accepts(TextNode.valueOf(text)))
                                .isIn(true, false)));
    }
}
