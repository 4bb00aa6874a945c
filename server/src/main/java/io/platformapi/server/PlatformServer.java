package io.platformapi.server;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.page.ContractSite;
import io.platformapi.contract.page.Credential;
import io.platformapi.contract.page.PublishedDocument;
import io.platformapi.domain.Authentication;
import io.platformapi.domain.Platform;
import io.platformapi.grizzly.GrizzlyServer;
import io.platformapi.grizzly.Limits;
import io.platformapi.grizzly.OutOfMemory;
import io.platformapi.grizzly.Threads;
import io.platformapi.jaxrs.JaxRs;
import io.platformapi.server.admin.AdminServer;
import io.platformapi.server.admin.Health;
import io.platformapi.server.admin.MailNotice;
import io.platformapi.server.control.ControlSocket;
import io.platformapi.server.http.AccessRules;
import io.platformapi.server.http.Calls;
import io.platformapi.server.http.CurrentRequest;
import io.platformapi.server.http.CurrentSequel;
import io.platformapi.server.http.Entrance;
import io.platformapi.server.http.FailedLogins;
import io.platformapi.server.http.Origins;
import io.platformapi.server.http.Pages;
import io.platformapi.server.http.RateLimit;
import io.platformapi.server.http.WatchedPages;
import io.platformapi.server.mail.Pace;
import io.platformapi.server.mail.Relay;
import io.platformapi.server.mail.TracedDelivery;
import io.platformapi.server.store.ApiKeys;
import io.platformapi.server.store.Author;
import io.platformapi.server.store.ClientRates;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.DeadLetters;
import io.platformapi.server.store.JdbcStore;
import io.platformapi.server.store.Outbox;
import io.platformapi.server.token.KeyOrToken;
import io.platformapi.server.token.TokenAuthentication;
import io.platformapi.servicestack.EditionWriter;
import io.platformapi.servicestack.ShippedContract;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Platform API, listening. */
public final class PlatformServer implements AutoCloseable {

    private static final ContractSite.Host HOST = new ContractSite.Host(
            "Server",
            new Credential(
                    "YOUR_KEY",
                    "An API key or a signed token of whoever runs this server, in the place of YOUR_KEY in commands."),
            Map.of("/openapi.yaml", "Document as YAML", "/openapi.json", "Document as JSON"));

    private final GrizzlyServer server;
    private final Backstage backstage;

    private PlatformServer(GrizzlyServer server, Backstage backstage) {
        this.server = server;
        this.backstage = backstage;
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

    /** Starts a server over a database that is open, and closes it with the server. */
    static PlatformServer start(Settings settings, Database database) throws IOException {
        Authentication authentication = authentication(settings, database);
        var current = new CurrentRequest();
        var outbox = new Outbox(database);
        var delivery = new TracedDelivery(settings.mail().delivery(database.address()), Backstage.tracer());
        Relay relay = Relay.start(outbox, delivery, Pace.USUAL);
        var health = new Health(List.of(database::problem), List.of(new MailNotice(new DeadLetters(database))));
        var backstage = new Backstage(settings.operations(), current, health);
        backstage.metrics().add(database);
        backstage.metrics().add(outbox, relay);
        backstage.atEnd(database::close);
        backstage.atEnd(relay::close);
        database.file()
                .flatMap(file -> ControlSocket.open(file, ServerCommand.commandsOn(database)))
                .ifPresent(control -> backstage.atEnd(control::close));
        var store = new JdbcStore(database, relay::wake, () -> author(current));
        RateLimit rate = rate(settings);
        if (database.isShared() && settings.requestsPerMinute() > 0) {
            RateExchange exchange = RateExchange.start(rate, new ClientRates(database), InstantSource.system());
            backstage.atEnd(exchange::close);
        }
        return listening(settings, Platform.over(store), access(settings, authentication, rate), backstage);
    }

    private static RateLimit rate(Settings settings) {
        return new RateLimit(settings.requestsPerMinute(), InstantSource.system());
    }

    private static AccessRules access(Settings settings, Authentication authentication, RateLimit rate) {
        return new AccessRules(
                authentication, rate, new FailedLogins(settings.failedLoginsPerMinute(), InstantSource.system()));
    }

    private static Authentication authentication(Settings settings, Database database) {
        var keys = new ApiKeys(database);
        try {
            return settings.tokens().areTaken()
                    ? new KeyOrToken(keys, new TokenAuthentication(settings.tokens()))
                    : keys;
        } catch (IllegalArgumentException e) {
            database.close();
            throw new UnusableSetting(Setting.JWT_KEYS.named() + ": " + e.getMessage());
        }
    }

    private static Author author(CurrentRequest current) {
        return current.named()
                .map(request -> new Author(
                        request.client(),
                        request.operation(),
                        request.id(),
                        request.trace().traceId()))
                .orElse(Author.ITSELF);
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
        var backstage = new Backstage(settings.operations(), new CurrentRequest(), new Health(List.of(), List.of()));
        return listening(settings, platform, access(settings, authentication, rate(settings)), backstage);
    }

    private static PlatformServer listening(
            Settings settings, Platform platform, AccessRules access, Backstage backstage) throws IOException {
        try {
            Contract contract = ShippedContract.read();
            var pages = new Pages(contract, settings.bodyBytes());
            var sequel = new CurrentSequel();
            var application =
                    new JaxRs(Application.of(contract, new Origins(settings.origins()), platform, sequel), pages);
            backstage.atEnd(application::close);
            Calls calls = backstage.calls();
            var setup = new GrizzlyServer.Setup(
                    settings.host(),
                    settings.port(),
                    Threads.WORKERS,
                    limits(settings),
                    new WatchedPages(pages, calls),
                    settings.operations().tls());
            backstage.open();
            GrizzlyServer server = GrizzlyServer.start(
                    setup, new Entrance(contract, site(contract), access, calls, application, sequel));
            backstage.metrics().add(server::connections, access.failures());
            return new PlatformServer(server, backstage);
        } catch (IOException | RuntimeException e) {
            backstage.close();
            throw e;
        }
    }

    private static ContractSite site(Contract contract) {
        PublishedDocument document = new PublishedDocument(
                () -> EditionWriter.yaml(contract.dialect().published(contract)),
                () -> EditionWriter.json(contract.dialect().published(contract)));
        return new ContractSite(contract, HOST, document);
    }

    private static Limits limits(Settings settings) {
        return Limits.USUAL.withBodyBytes(settings.bodyBytes()).withConnections(settings.connections());
    }

    /** The address that the server answers at. */
    public URI uri() {
        return server.address();
    }

    /** The address for operators; empty if there is none. */
    public Optional<URI> admin() {
        return backstage.admin().map(AdminServer::uri);
    }

    /**
     * Says that it is not ready any more, takes no new connections, lets requests in progress end for a few seconds,
     * then stops.
     */
    @Override
    public void close() {
        backstage.announceEnd();
        server.close();
        backstage.close();
    }
}
