package io.platformapi.server;

import io.platformapi.domain.ContactType;
import io.platformapi.domain.ExampleWorld;
import io.platformapi.server.data.Import;
import io.platformapi.server.store.ApiKeys;
import io.platformapi.server.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The world of the examples, to try the server on. */
public final class Demo {

    /** A key that everybody knows, for the caller of the examples. */
    public static final String KEY = "demo-key";

    private static final String AMELIA_HART = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";

    private Demo() {}

    static void enter(Database database) {
        Import.of(lines(), database);
        new ApiKeys(database).enter(KEY, "demo", ExampleWorld.CALLER_ACTS_FOR);
    }

    /** The world of the examples, as a file that can be imported. */
    private static String lines() {
        try (InputStream lines = Demo.class.getResourceAsStream("example-world.jsonl")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command to paste: the requests that wait for Amelia Hart. */
    static String curl(URI server) {
        return "curl -H 'Authorization: Bearer " + KEY + "' '" + server + "/api/contacts/" + AMELIA_HART
                + "/connectionrequests/received?ContactTypes=" + ContactType.REAL_PERSON.id()
                + "&IncludeIgnoredRequests=false'";
    }
}
