package io.platformapi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses that variables make, and links by their names. */
class ServersAndLinksTest {

    private static final String OK = "responses: {'200': {description: Ok.%s}}";

    private static String served(String server) {
        return ComparedText.document("/pets: {get: {" + OK.formatted("") + "}}") + "servers: [" + server + "]\n";
    }

    private static String linked(String links) {
        return ComparedText.document(
                "/pets: {get: {operationId: all, " + OK.formatted(", links: {" + links + "}") + "}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{default: a, enum: [a, b]} | {default: a, enum: [a]}       | breaking GET /pets It is no longer served at https://b.example/v1.",
                "{default: a, enum: [a, b]} | {default: b, enum: [a, b]}    | -",
                "{default: a, enum: [a]}    | {default: a, enum: [a, b]}    | compatible GET /pets It is also served at https://b.example/v1.",
                "{default: a, enum: [a]}    | {default: a}                  | compatible GET /pets It is also served at https://{host}.example/v1.",
                "{default: a}               | {default: a, enum: [a]}       | breaking GET /pets It is no longer served at https://{host}.example/v1.",
                "{default: a}               | {default: b}                  | -",
                "{default: a.b}             | {default: a.b, enum: [a.b, axb]} | breaking GET /pets It is no longer served at https://{host}.example/v1."
            })
    void holdsAServerToEachAddressThatItsVariablesMake(String was, String is, String expected) {
        String server = "{url: 'https://{host}.example/v1', variables: {host: %s}}";
        List<String> found = ComparedText.found(served(server.formatted(was)), served(server.formatted(is)));
        assertThat(found.stream().filter(each -> expected == null || each.startsWith(expected.substring(0, 8))))
                .isEqualTo(Stream.ofNullable(expected).toList());
    }

    @Test
    void takesAVariableByAnotherNameAndAPlainAddressForWhatTheyAre() {
        String free = "{url: 'https://{%1$s}.example/v1/', variables: {%1$s: {default: a}}}";
        assertThat(ComparedText.found(served(free.formatted("host")), served(free.formatted("name"))))
                .isEmpty();
        assertThat(ComparedText.found(served("{url: 'https://a.example/v1'}"), served(free.formatted("host"))))
                .containsExactly("compatible GET /pets It is also served at https://{host}.example/v1.");
    }

    @Test
    void comparesLinksByTheirNames() {
        String self = "self: {operationId: all, description: Again.}";
        assertThat(ComparedText.found(linked(""), linked(self)))
                .containsExactly("compatible GET /pets 200 link self is new.");
        assertThat(ComparedText.found(linked(self), linked("")))
                .containsExactly("undecided GET /pets 200 link self is gone.");
        assertThat(ComparedText.found(linked(self), linked("self: {operationId: all, parameters: {a: $url}}")))
                .containsExactly(
                        "undecided GET /pets 200 link self: `parameters` was not given and is {\"a\":\"$url\"}.");
        assertThat(ComparedText.found(linked(self), linked("self: {operationId: all, description: Anew.}")))
                .isEmpty();
    }

    @Test
    void takesALinkForTheOperationThatItLeadsTo() {
        String byId = linked("self: {operationId: all}");
        String byPlace = linked("self: {operationRef: '#/paths/~1pets/get'}");
        assertThat(ComparedText.found(byId, byPlace)).isEmpty();
        assertThat(ComparedText.found(byPlace, byId)).isEmpty();
        assertThat(ComparedText.found(byId, byId.replace("operationId: all", "operationId: each")))
                .isEmpty();
        assertThat(ComparedText.found(byId, linked("self: {operationRef: '#/paths/~1cats/get'}")))
                .containsExactly(
                        "undecided GET /pets 200 link self: `operationRef` was not given and is \"#/paths/~1cats/get\".",
                        "undecided GET /pets 200 link self: `operationId` was \"all\" and is not given.");
    }
}
