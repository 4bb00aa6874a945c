package io.platformapi.domain;

import java.util.UUID;

/**
 * One side of a connection: who, and in which role.
 *
 * @param contactRoleId what links the contact to the role
 */
public record Party(UUID contactId, UUID contactRoleId, UUID roleId) {

    static Party of(ContactRole role) {
        return new Party(role.contactId(), role.id(), role.roleId());
    }
}
