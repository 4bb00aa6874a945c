package io.platformapi.server.resource;

import io.platformapi.domain.Caller;
import io.platformapi.domain.Platform;
import io.platformapi.domain.Sequel;
import io.platformapi.model.ContactConnectedLinks;
import io.platformapi.model.ContactConnectedLinksResponse;
import io.platformapi.server.api.ContactConnectedLinksService;

/** Lists the roles, connections and address book of a contact. */
public final class ContactConnectedLinksResource implements ContactConnectedLinksService {

    private final Platform platform;
    private final Caller caller;
    private final Sequel sequel;

    public ContactConnectedLinksResource(Platform platform, Caller caller, Sequel sequel) {
        this.platform = platform;
        this.caller = caller;
        this.sequel = sequel;
    }

    @Override
    public ContactConnectedLinksResponse listContactLinks(ContactConnectedLinks request) {
        return sequel.begun(platform.linksInPages(caller, request), "ContactConnections");
    }
}
