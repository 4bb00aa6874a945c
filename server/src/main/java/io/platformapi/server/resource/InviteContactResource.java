package io.platformapi.server.resource;

import io.platformapi.domain.Caller;
import io.platformapi.domain.Platform;
import io.platformapi.model.AddContactResponse;
import io.platformapi.model.InviteContact;
import io.platformapi.server.api.InviteContactService;

/** Invites somebody to connect, and to register if they have not. */
public final class InviteContactResource implements InviteContactService {

    private final Platform platform;
    private final Caller caller;

    public InviteContactResource(Platform platform, Caller caller) {
        this.platform = platform;
        this.caller = caller;
    }

    @Override
    public AddContactResponse inviteContact(InviteContact request) {
        return platform.inviteContact(caller, request);
    }

    @Override
    public AddContactResponse inviteVirtualContact(InviteContact request) {
        return platform.inviteVirtualContact(caller, request);
    }
}
