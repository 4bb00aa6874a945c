package io.platformapi.domain;

import java.util.List;
import java.util.UUID;

/**
 * What a mail to an invited person says.
 *
 * @param id tells it from every other mail, and is the same for each copy of it
 * @param emailAddress where it goes
 * @param inviterName the full name of who invites
 * @param roleNames the names of the roles in which the person is invited
 */
public record InvitationMail(UUID id, String emailAddress, String inviterName, List<String> roleNames) {

    public InvitationMail {
        roleNames = List.copyOf(roleNames);
    }
}
