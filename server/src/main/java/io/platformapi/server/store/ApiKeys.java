package io.platformapi.server.store;

import io.platformapi.domain.Authentication;
import io.platformapi.domain.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** API keys in the database, by their hashes: a key is shown once, when it is made, and cannot be read back. */
public final class ApiKeys implements Authentication {

    /** The most characters that the name of a client has. */
    public static final int LONGEST_NAME = 200;

    private static final int KEY_BYTES = 32;
    private static final int ID_LENGTH = 12;

    /** As many contacts of a key are kept in memory; where it has more, each is looked for when it is asked for. */
    private static final int MOST_KEPT = 100;

    private static final String LASTING = "client = :client and (expires is null or expires > :now)";

    private final Database database;
    private final InstantSource clock;
    private final KnownKeys known;
    private final SecureRandom random = new SecureRandom();

    public ApiKeys(Database database) {
        this(database, InstantSource.system());
    }

    ApiKeys(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.known = database.knownKeys();
    }

    /**
     * A key as it is listed.
     *
     * @param client who holds it
     * @param id tells it from others; lets nobody in
     * @param made when it was made; null if that was not kept
     * @param expires when it ends; null if it never does
     * @param contacts for how many contacts its holder may act
     */
    public record Listed(
            String client,
            String id,
            @Nullable Instant made,
            @Nullable Instant expires,
            int contacts) {}

    /**
     * Makes a key, in place of all that the client of this name held before.
     *
     * @param contactIds the contacts for whom its holder may act
     * @return the key
     */
    public String issue(String client, Collection<UUID> contactIds) {
        String key = newKey();
        enter(key, client, contactIds);
        return key;
    }

    /** Lets in whoever holds the key, in place of what the client of this name held before. */
    public void enter(String key, String client, Collection<UUID> contactIds) {
        change((handle, trail) -> {
            delete(handle, client, trail);
            insert(handle, key, client, null, contactIds);
            trail.note("key", id(key), "made for " + client);
            return handle;
        });
    }

    /**
     * Makes one more key for a client, which keeps those it has.
     *
     * @param expires when it ends; null for never
     */
    public String add(String client, @Nullable Instant expires, Collection<UUID> contactIds) {
        String key = newKey();
        change((handle, trail) -> {
            insert(handle, key, client, expires, contactIds);
            trail.note("key", id(key), "made for " + client);
            return handle;
        });
        return key;
    }

    /**
     * Makes a key for all contacts for whom the client's keys let it act, and ends those after a while.
     *
     * @return the key; empty if the client has none that lasts
     */
    public Optional<String> rotate(String client, Duration overlap, @Nullable Instant expires) {
        String key = newKey();
        Instant now = clock.instant();
        return change((handle, trail) -> {
            List<UUID> contacts = handle.createQuery("select distinct contact_id from client_key_contacts c"
                            + " join client_keys k on k.key_hash = c.key_hash where " + LASTING)
                    .bind("client", client)
                    .bind("now", now)
                    .mapTo(UUID.class)
                    .list();
            int ended = handle.createUpdate("update client_keys set expires = :end where " + LASTING
                            + " and (expires is null or expires > :end)")
                    .bind("end", now.plus(overlap))
                    .bind("client", client)
                    .bind("now", now)
                    .execute();
            if (contacts.isEmpty() && ended == 0) {
                return Optional.empty();
            }
            insert(handle, key, client, expires, contacts);
            trail.note("key", id(key), "made for " + client + ", whose others end within " + overlap);
            return Optional.of(key);
        });
    }

    /** Lets the client of this name in no longer; tells whether there was one. */
    public boolean revoke(String client) {
        return change((handle, trail) -> delete(handle, client, trail));
    }

    /** Takes back one key of a client, by the id under which it is listed; tells whether there was one. */
    public boolean revoke(String client, String id) {
        return change((handle, trail) -> {
            int revoked = handle.execute(
                    "delete from client_keys where client = ? and substring(key_hash from 1 for ?) = ?",
                    client,
                    ID_LENGTH,
                    id);
            if (revoked > 0) {
                trail.note("key", id, "of " + client + " revoked");
            }
            return revoked > 0;
        });
    }

    /** All keys, also those that have ended, by client. */
    public List<Listed> list() {
        return database.read(handle -> handle.createQuery("select client, key_hash, made, expires, (select count(*)"
                        + " from client_key_contacts c where c.key_hash = k.key_hash) as contacts"
                        + " from client_keys k order by client, made, key_hash")
                .map((row, context) -> new Listed(
                        row.getString("client"),
                        row.getString("key_hash").substring(0, ID_LENGTH),
                        Rows.moment(row, "made"),
                        Rows.moment(row, "expires"),
                        row.getInt("contacts")))
                .list());
    }

    private String newKey() {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        return "pk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private void insert(
            Handle handle, String key, String client, @Nullable Instant expires, Collection<UUID> contactIds) {
        handle.createUpdate(
                        "insert into client_keys (key_hash, client, made, expires) values (:hash, :client, :made, :expires)")
                .bind("hash", hash(key))
                .bind("client", client)
                .bind("made", clock.instant())
                .bindByType("expires", expires, Instant.class)
                .execute();
        Set.copyOf(contactIds)
                .forEach(id -> handle.execute(
                        "insert into client_key_contacts (key_hash, contact_id) values (?, ?)", hash(key), id));
    }

    /** Tells whether there was any. */
    private static boolean delete(Handle handle, String client, AuditTrail trail) {
        List<String> hashes = handle.createQuery("select key_hash from client_keys where client = :client")
                .bind("client", client)
                .mapTo(String.class)
                .list();
        handle.execute("delete from client_keys where client = ?", client);
        hashes.forEach(hash -> trail.note("key", hash.substring(0, ID_LENGTH), "of " + client + " revoked"));
        return !hashes.isEmpty();
    }

    /** By what a key is listed. */
    private static String id(String key) {
        return hash(key).substring(0, ID_LENGTH);
    }

    @Override
    public Optional<Client> client(String credential) {
        String hash = hash(credential);
        Instant now = clock.instant();
        return known.client(hash, now).or(() -> lookedUp(hash, now));
    }

    private Optional<Client> lookedUp(String hash, Instant now) {
        long change = known.changes();
        List<Row> rows = database.look(sql -> sql.list(
                "select client, expires, contact_id from client_keys k left join client_key_contacts c"
                        + " on c.key_hash = k.key_hash where k.key_hash = ? and (expires is null or expires > ?) limit ?",
                row -> new Row(row.text(), row.momentOrNull(), row.idOrNull()),
                hash,
                now,
                MOST_KEPT + 1));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Set<UUID> contacts =
                rows.stream().map(Row::contact).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
        Caller caller = contacts.size() <= MOST_KEPT ? contacts::contains : contact -> isFor(hash, contact);
        var client = new Client(rows.get(0).client(), caller);
        known.keep(hash, client, rows.get(0).expires(), now, change);
        return Optional.of(client);
    }

    private boolean isFor(String hash, UUID contact) {
        return database.look(sql -> sql.one(
                        "select contact_id from client_key_contacts where key_hash = ? and contact_id = ?",
                        Cells::id,
                        hash,
                        contact)
                .isPresent());
    }

    private record Row(
            String client,
            @Nullable Instant expires,
            @Nullable UUID contact) {}

    /** Changes keys, which whoever knows them hears of, whatever becomes of the change. */
    private <T> T change(BiFunction<Handle, AuditTrail, T> work) {
        try {
            return database.audited(work);
        } finally {
            known.change();
        }
    }

    /** Keys are long and random, so that a plain hash is as good as a slow one. */
    private static String hash(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
