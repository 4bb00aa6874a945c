package io.platformapi.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where schemas lead that never come to anything but themselves: to the schema that says so. */
class ResolutionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{anyOf: [{$ref: '#/components/schemas/Book'}, {type: 'null'}]}",
                "{oneOf: [{type: 'null'}, {anyOf: [{$ref: '#/components/schemas/Book'}, {type: 'null'}]}]}",
                "{allOf: [{$ref: '#/components/schemas/Book'}]}"
            })
    void endsAtASchemaThatLeadsBackToItself(String book) {
        Schema shelf = shelf(book);
        assertThat(shelf.node().pointer()).isEqualTo("/components/schemas/Book");
        assertThat(shelf.types()).isSubsetOf(Type.NULL);
    }

    @Test
    void gathersTheTypesOfUnionsThatNameOneAnother() {
        Schema shelf =
                shelf("{oneOf: [{anyOf: [{$ref: '#/components/schemas/Shelf'}, {type: string}]}, {type: integer}]}");
        assertThat(shelf.types()).containsExactly(Type.STRING, Type.INTEGER);
    }

    private static Schema shelf(String book) {
        return new ContractReader(Access.SAME_ORIGIN)
                .read(
                        "openapi: 3.1.0\ninfo: {title: Books, version: 1.0.0}\ncomponents: {schemas: {Book: " + book
                                + ", Shelf: {$ref: '#/components/schemas/Book'}}}\n",
                        URI.create("file:///books.yaml"),
                        "books.yaml")
                .schema("Shelf")
                .orElseThrow();
    }
}
