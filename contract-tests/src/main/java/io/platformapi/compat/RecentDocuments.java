package io.platformapi.compat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Loader;
import io.platformapi.contract.source.Place;
import io.platformapi.contract.source.UnreadableDocument;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The two documents that were read last: in a row of editions, the newer of a pair is the older of the next. One is
 * given again as long as each of its files says what it said; so many are never held at once that a long row fills the
 * memory.
 */
final class RecentDocuments {

    private final Map<String, Recent> recent = new LinkedHashMap<>();

    private record Recent(Contract contract, Map<URI, ByteBuffer> files, Place from) {

        private boolean isAsRead(Loader loader) {
            try {
                return files.entrySet().stream()
                        .allMatch(
                                file -> digest(loader.text(file.getKey(), from)).equals(file.getValue()));
            } catch (UnreadableDocument gone) {
                return false;
            }
        }
    }

    /**
     * A document that is read, unless it is one of the last.
     *
     * @param loader gives its files as they are now
     * @param reading reads it by a loader
     */
    Contract read(String name, Loader loader, Function<Loader, Contract> reading) {
        Recent known = recent.remove(name);
        if (known == null || !known.isAsRead(loader)) {
            keepNewest();
            known = read(name, reading, loader);
        }
        recent.put(name, known);
        return known.contract();
    }

    private void keepNewest() {
        Iterator<Recent> oldest = recent.values().iterator();
        while (recent.size() > 1) {
            oldest.next();
            oldest.remove();
        }
    }

    private static Recent read(String name, Function<Loader, Contract> reading, Loader loader) {
        Map<URI, ByteBuffer> files = new LinkedHashMap<>();
        Contract contract = reading.apply((uri, from) -> {
            String text = loader.text(uri, from);
            files.put(uri, digest(text));
            return text;
        });
        return new Recent(contract, files, new Place(name, "", 1));
    }

    private static ByteBuffer digest(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each Java has it
        }
    }
}
