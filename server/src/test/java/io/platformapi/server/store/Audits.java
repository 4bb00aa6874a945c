package io.platformapi.server.store;

import java.util.List;

/** The table of who has changed what. */
public final class Audits {

    private Audits() {}

    /** Its rows, the oldest first: who, what they asked for, and what has changed. */
    public static List<String> of(Database database) {
        return database.look(sql -> sql.list(
                "select client, operation, changes from audit order by happened",
                row -> row.text() + " " + row.text() + ": " + row.text().replace("\n", ", ")));
    }
}
