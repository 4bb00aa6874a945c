package io.platformapi.server;

import io.platformapi.domain.ContactType;
import io.platformapi.domain.ExampleWorld;
import io.platformapi.server.store.ApiKeys;
import io.platformapi.server.store.Database;
import io.platformapi.server.store.JdbcStore;
import java.net.URI;

/** The world of the examples, to try the server on. */
public final class Demo {

    /** A key that everybody knows, for the caller of the examples. */
    public static final String KEY = "demo-key";

    private static final String AMELIA_HART = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84";

    private Demo() {}

    static void enter(Database database) {
        ExampleWorld.enter(new JdbcStore(database));
        new ApiKeys(database).enter(KEY, "demo", ExampleWorld.CALLER_ACTS_FOR);
    }

    /** A command to paste: the requests that wait for Amelia Hart. */
    static String curl(URI server) {
        return "curl -H 'Authorization: Bearer " + KEY + "' '" + server + "/api/contacts/" + AMELIA_HART
                + "/connectionrequests/received?ContactTypes=" + ContactType.REAL_PERSON.id()
                + "&IncludeIgnoredRequests=false'";
    }
}
