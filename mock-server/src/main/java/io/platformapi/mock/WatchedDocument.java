package io.platformapi.mock;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Loader;
import io.platformapi.contract.source.Place;
import io.platformapi.contract.source.UnreadableDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A document that knows whether the files it was read from have changed since: its own, and those its references lead
 * to. What was sought in vain counts as well, so that a missing file is noticed when it comes. Files on disk only; for
 * one thread.
 */
final class WatchedDocument {

    private final Function<Loader, Contract> reading;
    private final Map<Path, Seen> files = new LinkedHashMap<>();
    private Map<Path, FileStamp> stamps = Map.of();

    /** A document that is read by a function, each of its files through a loader. */
    WatchedDocument(Function<Loader, Contract> reading) {
        this.reading = reading;
    }

    /**
     * A file as it was seen last.
     *
     * @param stamp its stamp, taken before the text was read
     * @param at when
     * @param text its text; empty if it had none that can be read
     */
    private record Seen(FileStamp stamp, Instant at, Optional<String> text) {

        boolean isCertainly(FileStamp now) {
            return stamp.equals(now) && stamp.tellsChangesAfter(at);
        }

        boolean isLike(Seen other) {
            return text.equals(other.text) && stamp.equals(FileStamp.NONE) == other.stamp.equals(FileStamp.NONE);
        }
    }

    /**
     * Reads the document as it is now.
     *
     * @throws UnreadableDocument if it cannot be read
     */
    Contract read() {
        files.clear();
        return reading.apply(this::text);
    }

    private String text(URI uri, Place from) {
        if (!"file".equalsIgnoreCase(uri.getScheme())) {
            return Loader.USUAL.text(uri, from);
        }
        Path file = Path.of(uri);
        Seen unread = new Seen(FileStamp.of(file), Instant.now(), Optional.empty());
        files.put(file, unread);
        String text = Loader.USUAL.text(uri, from);
        files.put(file, new Seen(unread.stamp(), unread.at(), Optional.of(text)));
        return text;
    }

    /**
     * Whether a file has another text than the one that was read, and nobody is writing any more: no stamp has changed
     * since this was asked before. Editors save in several steps.
     */
    boolean hasChanged() {
        Map<Path, FileStamp> now = files.keySet().stream().collect(Collectors.toMap(file -> file, FileStamp::of));
        boolean quiet = now.equals(stamps);
        stamps = now;
        return quiet && now.entrySet().stream().anyMatch(file -> differs(file.getKey(), file.getValue()));
    }

    private boolean differs(Path file, FileStamp stamp) {
        Seen before = files.get(file);
        if (before == null || before.isCertainly(stamp)) {
            return false;
        }
        Seen now = new Seen(stamp, Instant.now(), text(file));
        boolean same = now.isLike(before);
        if (same) {
            files.put(file, now);
        }
        return !same;
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
