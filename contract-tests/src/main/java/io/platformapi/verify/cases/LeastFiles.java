package io.platformapi.verify.cases;

import io.platformapi.contract.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A small file of each of some types, as it has to be: who looks into it finds nothing wrong. */
final class LeastFiles {

    private static final String PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 3 3]>>endobj
            xref
            0 4
            0000000000 65535 f\040
            0000000009 00000 n\040
            0000000052 00000 n\040
            0000000101 00000 n\040
            trailer<</Size 4/Root 1 0 R>>
            startxref
            160
            %%EOF
            """;

    private static final Map<String, byte[]> FILES = Map.of(
            "text/plain",
            "x".getBytes(StandardCharsets.US_ASCII),
            "application/octet-stream",
            "x".getBytes(StandardCharsets.US_ASCII),
            "application/pdf",
            PDF.getBytes(StandardCharsets.US_ASCII),
            "image/png",
            bytes("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4XmNgAAAAAgAB3p6PvwAAAABJRU5ErkJggg=="),
            "image/gif",
            bytes("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"),
            "image/jpeg",
            bytes("/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAx"
                    + "NDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF"
                    + "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW"
                    + "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi"
                    + "4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APn+v//Z"));

    private LeastFiles() {}

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /** The bytes of a file; empty for a type that none is known of. */
    static Optional<byte[]> of(MediaType type) {
        return Optional.ofNullable(FILES.get(type.essence())).map(byte[]::clone);
    }
}
