package io.platformapi.server.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Public keys in a file, which is read again when it has changed. What cannot be read leaves those from before. Safe
 * for many threads.
 */
final class KeyFile implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final long LOOK = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private JWKSet keys;
    private @Nullable FileTime changed;
    private long looked = System.nanoTime();

    /** @throws IllegalArgumentException if it has no keys */
    KeyFile(Path file) {
        this.file = file;
        try {
            this.changed = Files.getLastModifiedTime(file);
            this.keys = JWKSet.load(file.toFile());
        } catch (IOException | ParseException e) {
            throw new IllegalArgumentException(file + " is no file with a JWKS", e);
        }
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        return selector.select(current());
    }

    private synchronized JWKSet current() {
        long now = System.nanoTime();
        if (now - looked > LOOK) {
            looked = now;
            readIfChanged();
        }
        return keys;
    }

    private void readIfChanged() {
        try {
            FileTime time = Files.getLastModifiedTime(file);
            if (!time.equals(changed)) {
                changed = time;
                keys = JWKSet.load(file.toFile());
                LOG.info("{} keys are read from {}", keys.size(), file);
            }
        } catch (IOException | ParseException e) {
            LOG.warn("{} cannot be read, and the keys from before go on: {}", file, e.getMessage());
        }
    }
}
