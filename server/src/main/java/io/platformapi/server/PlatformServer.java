package io.platformapi.server;

import io.platformapi.contract.Contract;
import io.platformapi.contract.ShippedContract;
import io.platformapi.domain.Platform;
import io.platformapi.grizzly.GrizzlyServer;
import io.platformapi.grizzly.Limits;
import io.platformapi.grizzly.Threads;
import io.platformapi.server.http.Access;
import io.platformapi.server.http.Authentication;
import io.platformapi.server.http.Origins;
import io.platformapi.server.http.Pages;
import io.platformapi.server.http.RateLimit;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;

/** The Platform API, listening. */
public final class PlatformServer implements AutoCloseable {

    private final GrizzlyServer server;

    private PlatformServer(GrizzlyServer server) {
        this.server = server;
    }

    /**
     * Starts a server; it answers as soon as this returns.
     *
     * @param platform the rules, over a store
     * @param authentication tells who sends a request
     * @throws IOException if the address cannot be listened on
     */
    public static PlatformServer start(Settings settings, Platform platform, Authentication authentication)
            throws IOException {
        Contract contract = ShippedContract.read();
        var rate = new RateLimit(settings.requestsPerMinute(), InstantSource.system());
        var access = new Access(authentication, rate, settings.bodyBytes(), new Origins(settings.origins()));
        var handler = ContainerFactory.createContainer(
                GrizzlyHttpContainer.class, Application.of(contract, access, platform));
        var setup = new GrizzlyServer.Setup(
                settings.host(),
                settings.port(),
                Threads.WORKERS,
                limits(settings),
                new Pages(contract, settings.bodyBytes()));
        return new PlatformServer(GrizzlyServer.start(setup, handler));
    }

    /** Bodies somewhat too large still come in, so that whatever else is wrong with their requests is said first. */
    private static Limits limits(Settings settings) {
        Limits usual = Limits.USUAL;
        return new Limits(2 * settings.bodyBytes(), usual.bodyTime(), usual.headBytes(), usual.idleTime());
    }

    /** The address that the server answers at. */
    public URI uri() {
        return server.address();
    }

    /** Takes no new connections, lets requests in progress end for a few seconds, then stops. */
    @Override
    public void close() {
        server.close();
    }
}
