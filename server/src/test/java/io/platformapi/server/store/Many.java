package io.platformapi.server.store;

import java.util.UUID;

/**
 * The example world with Amelia in the middle of so many, each of whom asks her, is asked by her, or is connected with
 * her. Around them are more, connected with one another, so that most people have few connections: what a database
 * thinks of all does not hold for her.
 */
final class Many {

    static final UUID AMELIA = UUID.fromString("c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84");
    static final UUID CLIENT = UUID.fromString("5e000003-2b7f-4e19-8c64-0f9d7a3b5e18");
    private static final UUID ADVISER = UUID.fromString("5e000002-2b7f-4e19-8c64-0f9d7a3b5e18");

    private Many() {}

    /**
     * Enters them.
     *
     * @param amelia which side she is on: requestor or receiver
     * @param state the state of all connections
     */
    static void enter(Database database, DatabaseKind kind, int number, String amelia, String state) {
        database.write(handle -> {
            String other = amelia.equals("requestor") ? "receiver" : "requestor";
            String contact = "cast('e0000000-0000-4000-8000-' || lpad(cast(x as varchar), 12, '0') as uuid)";
            String role = contact.replace("'e0", "'e5");
            String connection = contact.replace("'e0", "'ec");
            String people = " from " + kind.numbers(number);
            int all = 2 * number;
            String everybody = " from " + kind.numbers(all);
            handle.execute("insert into contacts (id, type, full_name, email_address, email_key) select " + contact
                    + ", 'REAL_PERSON', 'Somebody', x || '@many.example', x || '@many.example'" + everybody);
            handle.execute("insert into contact_roles (id, contact_id, role_id, start_date) select " + role + ", "
                    + contact + ", '" + CLIENT + "', timestamp with time zone '2020-01-01 00:00:00Z'" + everybody);
            String moments = "timestamp with time zone '2020-01-01 00:00:00Z' + x * interval '1' second,"
                    + " timestamp with time zone '2026-01-01 00:00:00Z', x || '@many.example'";
            handle.execute(connections(amelia, other) + connection + ", '" + AMELIA
                    + "', 'c5000001-93a6-4c07-8d2b-e15f4a7c6b90', '" + ADVISER + "', " + contact + ", " + role + ", '"
                    + CLIENT + "', '" + state + "', " + moments + people);
            handle.execute(connections("requestor", "receiver") + connection.replace("'ec", "'ed") + ", " + contact
                    + ", "
                    + role + ", '" + CLIENT + "', " + next(contact, all) + ", " + next(role, all) + ", '" + CLIENT
                    + "', 'ACTIVE', " + moments + everybody);
            return handle;
        });
    }

    private static String connections(String one, String other) {
        return "insert into connections (id, " + one + "_contact_id, " + one + "_contact_role_id, " + one + "_role_id, "
                + other + "_contact_id, " + other + "_contact_role_id, " + other
                + "_role_id, state, since, last_sent, addressee) select ";
    }

    private static String next(String id, int all) {
        return id.replace("(x ", "(x % " + all + " + 1 ");
    }
}
