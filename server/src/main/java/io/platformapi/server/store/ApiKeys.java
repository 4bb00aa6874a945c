package io.platformapi.server.store;

import io.platformapi.domain.Authentication;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** API keys in the database, by their hashes: a key is shown once, when it is made, and cannot be read back. */
public final class ApiKeys implements Authentication {

    private static final int KEY_BYTES = 32;

    private final Database database;
    private final SecureRandom random = new SecureRandom();

    public ApiKeys(Database database) {
        this.database = database;
    }

    /**
     * Makes a key.
     *
     * @param name tells clients apart; each has one key
     * @param contactIds the contacts for whom its holder may act
     * @return the key
     */
    public String issue(String name, Collection<UUID> contactIds) {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        String key = "pk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        enter(key, name, contactIds);
        return key;
    }

    /** Lets in whoever holds the key, in place of what the client of this name held before. */
    public void enter(String key, String name, Collection<UUID> contactIds) {
        database.write(handle -> {
            revoke(handle, name);
            handle.execute("insert into api_keys (key_hash, name) values (?, ?)", hash(key), name);
            contactIds.forEach(id ->
                    handle.execute("insert into api_key_contacts (key_hash, contact_id) values (?, ?)", hash(key), id));
            return handle;
        });
    }

    /** Lets the client of this name in no longer; tells whether there was one. */
    public boolean revoke(String name) {
        return database.write(handle -> revoke(handle, name));
    }

    private static boolean revoke(Handle handle, String name) {
        return handle.execute("delete from api_keys where name = ?", name) > 0;
    }

    @Override
    public Optional<Client> client(String credential) {
        Map<String, Set<UUID>> found = database.read(handle -> handle.createQuery(
                        "select name, contact_id from api_keys k left join api_key_contacts c on c.key_hash = k.key_hash"
                                + " where k.key_hash = :hash")
                .bind("hash", hash(credential))
                .reduceResultSet(new HashMap<>(), (contacts, row, context) -> {
                    contacts.computeIfAbsent(row.getString("name"), name -> new HashSet<>())
                            .add(row.getObject("contact_id", UUID.class));
                    return contacts;
                }));
        return found.entrySet().stream()
                .map(client -> new Client(client.getKey(), client.getValue()::contains))
                .findFirst();
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
