package io.platformapi.server.kill;

import java.util.Set;
import java.util.UUID;

/** What a client asks a server to change. */
sealed interface Change {

    /** On whose behalf. */
    UUID contact();

    /** An invitation of somebody new, in every role or not at all. */
    record Invitation(UUID contact, String emailAddress, Set<UUID> roles) implements Change {}

    /** The end of a request or connection, which is in the state from then on. */
    record End(UUID contact, UUID connection, String state) implements Change {}

    /** A request sent once more, so that it was last sent after the start. */
    record Reminder(UUID contact, UUID connection) implements Change {}
}
