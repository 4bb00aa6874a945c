package io.platformapi.server.resource;

import io.platformapi.domain.Caller;
import io.platformapi.domain.Platform;
import io.platformapi.model.ConnectionStatusUpdate;
import io.platformapi.model.ConnectionStatusUpdateResponse;
import io.platformapi.server.api.ConnectionStatusUpdateService;

/** Withdraws connection requests, and ends connections. */
public final class ConnectionStatusUpdateResource implements ConnectionStatusUpdateService {

    private final Platform platform;
    private final Caller caller;

    public ConnectionStatusUpdateResource(Platform platform, Caller caller) {
        this.platform = platform;
        this.caller = caller;
    }

    @Override
    public ConnectionStatusUpdateResponse cancelConnection(ConnectionStatusUpdate request) {
        return platform.cancelConnection(caller, request);
    }

    @Override
    public ConnectionStatusUpdateResponse removeConnection(ConnectionStatusUpdate request) {
        return platform.removeConnection(caller, request);
    }
}
