package io.platformapi.server;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.domain.Authentication;
import io.platformapi.domain.Platform;
import io.platformapi.grizzly.GrizzlyServer;
import io.platformapi.grizzly.Limits;
import io.platformapi.grizzly.OutOfMemory;
import io.platformapi.grizzly.Threads;
import io.platformapi.server.http.AccessRules;
import io.platformapi.server.http.Entrance;
import io.platformapi.server.http.JaxRs;
import io.platformapi.server.http.Origins;
import io.platformapi.server.http.Pages;
import io.platformapi.server.http.RateLimit;
import io.platformapi.server.mail.Pace;
import io.platformapi.server.mail.Relay;
import io.platformapi.server.store.ApiKeys;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.JdbcStore;
import io.platformapi.server.store.Outbox;
import io.platformapi.servicestack.ShippedContract;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;

/** The Platform API, listening. */
public final class PlatformServer implements AutoCloseable {

    private final GrizzlyServer server;
    private final Runnable afterwards;

    private PlatformServer(GrizzlyServer server, Runnable afterwards) {
        this.server = server;
        this.afterwards = afterwards;
    }

    /** The command {@code server}. */
    public static void main(String[] args) {
        OutOfMemory.ends("server");
        System.exit(ServerCommand.line(System.getenv()).execute(args));
    }

    /**
     * Starts a server over the database and the mail server of its settings.
     *
     * @throws IOException if the address cannot be listened on
     * @throws RuntimeException if the database cannot be opened
     */
    public static PlatformServer start(Settings settings) throws IOException {
        return start(settings, Database.open(settings.database()));
    }

    /**
     * Starts a server over a database in memory that holds the world of the examples, and knows {@link Demo#KEY}.
     *
     * @throws IOException if the address cannot be listened on
     */
    public static PlatformServer startDemo(Settings settings) throws IOException {
        Database database = Database.open(Database.Address.inMemory());
        Demo.enter(database);
        return start(settings, database);
    }

    private static PlatformServer start(Settings settings, Database database) throws IOException {
        Relay relay = Relay.start(new Outbox(database), settings.mail().delivery(settings.database()), Pace.USUAL);
        Runnable afterwards = () -> {
            relay.close();
            database.close();
        };
        try {
            Platform platform = Platform.over(new JdbcStore(database, relay::wake));
            return listening(settings, platform, new ApiKeys(database), afterwards);
        } catch (IOException | RuntimeException e) {
            afterwards.run();
            throw e;
        }
    }

    /**
     * Starts a server over rules and credentials of one's own; database and mail settings are passed over.
     *
     * @param platform the rules, over any store
     * @param authentication tells who sends a request
     * @throws IOException if the address cannot be listened on
     */
    public static PlatformServer start(Settings settings, Platform platform, Authentication authentication)
            throws IOException {
        return listening(settings, platform, authentication, () -> {});
    }

    private static PlatformServer listening(
            Settings settings, Platform platform, Authentication authentication, Runnable afterwards)
            throws IOException {
        Contract contract = ShippedContract.read();
        var rate = new RateLimit(settings.requestsPerMinute(), InstantSource.system());
        var pages = new Pages(contract, settings.bodyBytes());
        var application = new JaxRs(Application.of(contract, new Origins(settings.origins()), platform), pages);
        var entrance = new Entrance(contract, new AccessRules(authentication, rate), application);
        Limits limits = Limits.USUAL.withBodyBytes(settings.bodyBytes()).withConnections(settings.connections());
        var setup = new GrizzlyServer.Setup(settings.host(), settings.port(), Threads.WORKERS, limits, pages);
        return new PlatformServer(GrizzlyServer.start(setup, entrance), () -> {
            application.close();
            afterwards.run();
        });
    }

    /** The address that the server answers at. */
    public URI uri() {
        return server.address();
    }

    /** Takes no new connections, lets requests in progress end for a few seconds, then stops. */
    @Override
    public void close() {
        server.close();
        afterwards.run();
    }
}
