package io.platformapi.contract.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The coding of bodies that is read where any is (RFC 9110, section 8.4.1.3). */
public final class Gzip {

    private static final String FIELD = "Content-Encoding";

    private Gzip() {}

    /** The coding of a body, in lower case; empty where it has none, or one that changes nothing. */
    public static String coding(Headers headers) {
        String coding = headers.text(FIELD).strip().toLowerCase(Locale.ROOT);
        return coding.equals("identity") ? "" : coding;
    }

    /** Whether a body is coded so, and in no other way besides. */
    public static boolean isCoding(Headers headers) {
        String coding = coding(headers);
        return coding.equals("gzip") || coding.equals("x-gzip");
    }

    /** A request that does not say that it is coded so; for whoever decodes what it carries. */
    public static HttpRequest unsaid(HttpRequest request) {
        return isCoding(request.headers()) ? request.with(FIELD, "identity") : request;
    }

    /**
     * What is coded.
     *
     * @param most as much as is decoded, in bytes
     * @return empty where it is not so coded, or larger
     */
    public static Optional<byte[]> decoded(byte[] body, int most) {
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] decoded = plain.readNBytes(most + 1);
            return decoded.length > most ? Optional.empty() : Optional.of(decoded);
        } catch (IOException notCodedSo) {
            return Optional.empty();
        }
    }
}
