package io.platformapi.servicestack;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The contract of the Platform API, as it ships inside the jar: what server and mock run from unless told otherwise.
 */
public final class ShippedContract {

    private static final String RESOURCE = "/io/platformapi/openapi.yaml";

    private ShippedContract() {}

    /** Reads it. Takes a moment; read once and share the result. */
    public static Contract read() {
        return new ContractReader(Access.SAME_ORIGIN).read(text(), URI.create("file:///openapi.yaml"), "openapi.yaml");
    }

    /** The document as it is written. */
    public static String text() {
        try (InputStream document = ShippedContract.class.getResourceAsStream(RESOURCE)) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar holds its document", e);
        }
    }
}
