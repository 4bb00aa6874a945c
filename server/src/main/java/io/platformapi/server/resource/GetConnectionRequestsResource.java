package io.platformapi.server.resource;

import io.platformapi.domain.Caller;
import io.platformapi.domain.Platform;
import io.platformapi.domain.Sequel;
import io.platformapi.model.GetConnectionRequests;
import io.platformapi.model.GetConnectionRequestsResponse;
import io.platformapi.server.api.GetConnectionRequestsService;

/** Lists the pending requests that a contact has received or sent. */
public final class GetConnectionRequestsResource implements GetConnectionRequestsService {

    private static final String LIST = "ConnectionRequests";

    private final Platform platform;
    private final Caller caller;
    private final Sequel sequel;

    public GetConnectionRequestsResource(Platform platform, Caller caller, Sequel sequel) {
        this.platform = platform;
        this.caller = caller;
        this.sequel = sequel;
    }

    @Override
    public GetConnectionRequestsResponse listReceivedConnectionRequests(GetConnectionRequests request) {
        return sequel.begun(platform.receivedInPages(caller, request), LIST);
    }

    @Override
    public GetConnectionRequestsResponse listSentConnectionRequests(GetConnectionRequests request) {
        return sequel.begun(platform.sentInPages(caller, request), LIST);
    }
}
