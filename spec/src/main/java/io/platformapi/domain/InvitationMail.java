package io.platformapi.domain;

import java.util.List;

/**
 * What a mail to an invited person says.
 *
 * @param emailAddress where it goes
 * @param inviterName the full name of who invites
 * @param roleNames the names of the roles in which the person is invited
 */
public record InvitationMail(String emailAddress, String inviterName, List<String> roleNames) {

    public InvitationMail {
        roleNames = List.copyOf(roleNames);
    }
}
