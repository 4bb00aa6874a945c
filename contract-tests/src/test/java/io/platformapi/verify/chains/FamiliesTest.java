package io.platformapi.verify.chains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class FamiliesTest {

    private static List<Family> families(String paths) {
        String document = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n" + paths.indent(2);
        return Families.of(new ContractReader(Access.SAME_ORIGIN)
                .read(document, URI.create("file:///t.yaml"), "t.yaml")
                .operations());
    }

    @Test
    void whatThereIsOneOfAloneIsTheLast() {
        assertThat(families("""
                        /me/settings:
                          get: {operationId: a, responses: {'200': {description: d}}}
                          patch: {operationId: b, responses: {'200': {description: d}}}
                        /pets/{id}:
                          get: {operationId: c, responses: {'200': {description: d}}}
                        """))
                .extracting(family -> family.item().text(), Family::isSingle)
                .containsExactly(tuple("/pets/{id}", false), tuple("/me/settings", true));
    }

    @Test
    void aListThatThingsAreMadeInIsNotOne() {
        assertThat(families("""
                        /pets:
                          get: {operationId: a, responses: {'200': {description: d}}}
                          put: {operationId: b, responses: {'200': {description: d}}}
                          post: {operationId: c, responses: {'201': {description: d}}}
                        """)).isEmpty();
    }

    @Test
    void whatALinkLeadsToIsNotMadeByWhatHasTheLinkWhereThereIsOneAlone() {
        assertThat(families("""
                        /files:
                          post:
                            operationId: add
                            responses: {'201': {description: d, links: {content: {operationId: content}}}}
                        /files/{id}/content:
                          get: {operationId: content, responses: {'200': {description: d}}}
                          put: {operationId: upload, responses: {'204': {description: d}}}
                        """))
                .singleElement()
                .extracting(family -> family.operation(Act.CREATE).isPresent())
                .isEqualTo(false);
    }

    @Test
    void whatIsPartOfSomethingMayHaveAnAddressOfItsOwn() {
        String books = """
                /shelves/{shelfId}/books:
                  get: {operationId: list, responses: {'200': {description: d}}}
                  post: {operationId: add, responses: {'201': {description: d}}}
                /books/{bookId}:
                  get: {operationId: read, responses: {'200': {description: d}}}
                  put: {operationId: replace, responses: {'200': {description: d}}}
                """;
        String readers = """
                /readers/{readerId}/books:
                  get: {operationId: read by, responses: {'200': {description: d}}}
                """;

        assertThat(families(books))
                .singleElement()
                .satisfies(family ->
                        assertThat(family.operations()).containsOnlyKeys(Act.LIST, Act.CREATE, Act.READ, Act.REPLACE));
        assertThat(families(books + readers))
                .singleElement()
                .satisfies(family -> assertThat(family.operations()).containsOnlyKeys(Act.READ, Act.REPLACE));
    }
}
