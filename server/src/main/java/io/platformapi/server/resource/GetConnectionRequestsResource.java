package io.platformapi.server.resource;

import io.platformapi.domain.Caller;
import io.platformapi.domain.Platform;
import io.platformapi.model.GetConnectionRequests;
import io.platformapi.model.GetConnectionRequestsResponse;
import io.platformapi.server.api.GetConnectionRequestsService;

/** Lists the pending requests that a contact has received or sent. */
public final class GetConnectionRequestsResource implements GetConnectionRequestsService {

    private final Platform platform;
    private final Caller caller;

    public GetConnectionRequestsResource(Platform platform, Caller caller) {
        this.platform = platform;
        this.caller = caller;
    }

    @Override
    public GetConnectionRequestsResponse listReceivedConnectionRequests(GetConnectionRequests request) {
        return platform.listReceivedConnectionRequests(caller, request);
    }

    @Override
    public GetConnectionRequestsResponse listSentConnectionRequests(GetConnectionRequests request) {
        return platform.listSentConnectionRequests(caller, request);
    }
}
