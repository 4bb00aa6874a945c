package io.platformapi.servicestack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.contract.dialect.Dialect;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import io.platformapi.contract.source.UnreadableDocument;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The platform's dialect beside the library, which has no word of it. */
final class ServiceStackDialectTest {

    private static Dialect of(String name) {
        return new ContractReader(Access.SAME_ORIGIN)
                .read(
                        "openapi: 3.1.1\nx-dialect: " + name + "\npaths: {}",
                        URI.create("file:///pets.yaml"),
                        "pets.yaml")
                .dialect();
    }

    @Test
    void isFoundByTheNameThatADocumentSays() {
        assertThat(of("servicestack")).isInstanceOf(ServiceStackDialect.class);
    }

    @Test
    void isNamedToWhoeverWritesAnother() {
        assertThatThrownBy(() -> of("soap"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessage("pets.yaml:2 /x-dialect: the dialect \"soap\" is not known;"
                        + " write servicestack or leave x-dialect out");
    }
}
