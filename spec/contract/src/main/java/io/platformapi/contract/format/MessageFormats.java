package io.platformapi.contract.format;

import io.platformapi.contract.http.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The formats an API speaks, and the names they go by.
 *
 * @param entries the formats in order of preference
 */
public record MessageFormats(List<Entry> entries) {

    /**
     * A format and its names.
     *
     * @param format how values are spelled
     * @param type the media type it is documented with
     * @param aliases other types and ranges it is known by
     */
    public record Entry(Format format, MediaType type, List<MediaType> aliases) {

        /** An entry of media types as text: the documented one first. */
        public static Entry of(Format format, String type, String... aliases) {
            return new Entry(
                    format,
                    MediaType.of(type),
                    Stream.of(aliases).map(MediaType::of).toList());
        }

        public boolean knows(MediaType other) {
            if (type.includes(other)) {
                return true;
            }
            for (MediaType alias : aliases) {
                if (alias.includes(other)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The format for a media type. */
    public Optional<Entry> of(MediaType type) {
        for (Entry entry : entries) {
            if (entry.knows(type)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The format of a name, as in a path suffix. */
    public Optional<Entry> named(String name) {
        return entries.stream()
                .filter(entry -> entry.format().name().equals(name))
                .findFirst();
    }
}
