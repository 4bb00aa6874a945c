package io.platformapi.mock.memory;

import io.platformapi.contract.http.Headers;
import io.platformapi.mock.memory.Recollection.Denied;
import io.platformapi.mock.memory.State.Entry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a request says of the version that it means (RFC 9110, section 13), where its operation has a status to say that
 * there is another.
 */
final class MeantVersion {

    private static final int UNCHANGED = 304;
    private static final int UNMET = 412;

    private final Headers sent;
    private final AnswerStatuses statuses;

    MeantVersion(Asking asking, AnswerStatuses statuses) {
        this.sent = asking.sent().headers();
        this.statuses = statuses;
    }

    /** The entity tag of a thing as it is: another one for each value. */
    static String tag(Entry entry) {
        byte[] value = entry.value().toString().getBytes(StandardCharsets.UTF_8);
        return "\"" + UUID.nameUUIDFromBytes(value).toString().substring(0, 13) + "\"";
    }

    /** Why a change is refused: of what is there another version is meant, or none. */
    Optional<Denied> unmet(Optional<Entry> there) {
        boolean met = (!sent.has("If-Match") || there.filter(this::isMeant).isPresent())
                && there.filter(this::isNamed).isEmpty();
        return met || !statuses.has(UNMET)
                ? Optional.empty()
                : Optional.of(new Denied(List.of(UNMET), "Another version is there than the one that is meant."));
    }

    /** Whether whoever reads has this version, and the operation has a word for that. */
    boolean isKnown(Entry entry) {
        return statuses.has(UNCHANGED) && isNamed(entry);
    }

    /** A weak tag means no version for sure (RFC 9110, section 13.1.1). */
    private boolean isMeant(Entry entry) {
        return tags("If-Match").anyMatch(tag -> is(tag, entry));
    }

    /** A tag stands for a version whether it is weak or not (RFC 9110, section 13.1.2). */
    private boolean isNamed(Entry entry) {
        return tags("If-None-Match").anyMatch(tag -> is(tag.replaceFirst("^W/", ""), entry));
    }

    private Stream<String> tags(String field) {
        return sent.has(field) ? Stream.of(sent.text(field).split(",")).map(String::strip) : Stream.empty();
    }

    private static boolean is(String tag, Entry entry) {
        return tag.equals("*") || tag.equals(tag(entry));
    }
}
