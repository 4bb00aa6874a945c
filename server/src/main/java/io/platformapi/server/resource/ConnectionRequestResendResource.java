package io.platformapi.server.resource;

import io.platformapi.domain.Caller;
import io.platformapi.domain.Platform;
import io.platformapi.model.ConnectionRequestResend;
import io.platformapi.model.ConnectionRequestResendResponse;
import io.platformapi.server.api.ConnectionRequestResendService;

/** Reminds contacts of connection requests. */
public final class ConnectionRequestResendResource implements ConnectionRequestResendService {

    private final Platform platform;
    private final Caller caller;

    public ConnectionRequestResendResource(Platform platform, Caller caller) {
        this.platform = platform;
        this.caller = caller;
    }

    @Override
    public ConnectionRequestResendResponse resendConnectionRequest(ConnectionRequestResend request) {
        return platform.resendConnectionRequest(caller, request);
    }
}
