package io.platformapi.mock.proxy;

import io.platformapi.contract.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Answers without the coding of their bodies. */
public final class PlainAnswer {

    private static final int MOST_BYTES = 64 << 20;

    private PlainAnswer() {}

    /** The answer without the coding of its body; empty where that cannot be undone. */
    public static Optional<HttpResponse> of(HttpResponse response) {
        String coding = response.headers().text("Content-Encoding").strip();
        if (coding.isEmpty() || coding.equalsIgnoreCase("identity") || response.body().length == 0) {
            return Optional.of(response);
        }
        if (!coding.equalsIgnoreCase("gzip") && !coding.equalsIgnoreCase("x-gzip")) {
            return Optional.empty();
        }
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            byte[] body = plain.readNBytes(MOST_BYTES);
            return body.length == MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(new HttpResponse(response.status(), response.headers(), body));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
