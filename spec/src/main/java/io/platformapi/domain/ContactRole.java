package io.platformapi.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role of one contact, taken up or only offered.
 *
 * @param start when the contact took it up; null while it is only offered by a pending request
 * @param end when the contact gives it up; null if no end is known
 */
public record ContactRole(
        UUID id,
        UUID contactId,
        UUID roleId,
        @Nullable Instant start,
        @Nullable Instant end) {

    static ContactRole offered(UUID id, UUID contactId, UUID roleId) {
        return new ContactRole(id, contactId, roleId, null, null);
    }

    /** Whether the contact has or had the role, rather than being offered it. */
    boolean isTakenUp() {
        return start != null;
    }

    /** Whether the contact has the role at this moment. */
    boolean isHeldAt(Instant moment) {
        return start != null && !start.isAfter(moment) && (end == null || end.isAfter(moment));
    }
}
