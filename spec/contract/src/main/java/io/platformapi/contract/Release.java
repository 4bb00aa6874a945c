package io.platformapi.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The release of this software, as its build names it; not the version of any document. */
public final class Release {

    private static final String FILE = "/io/platformapi/version.txt";

    private Release() {}

    /** Such as {@code 1.0.0}. */
    public static String version() {
        try (InputStream in = Objects.requireNonNull(Release.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
