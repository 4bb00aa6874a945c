package io.platformapi.server.store;

import java.util.UUID;

/**
 * The example world with Amelia in the middle of so many, each of whom asks her, is asked by her, or is connected with
 * her.
 */
final class Many {

    static final UUID AMELIA = UUID.fromString("c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84");
    static final UUID CLIENT = UUID.fromString("5e000003-2b7f-4e19-8c64-0f9d7a3b5e18");

    private static final UUID ADVISER = UUID.fromString("5e000002-2b7f-4e19-8c64-0f9d7a3b5e18");
    private static final String MOMENTS = "timestamp with time zone '2020-01-01 00:00:00Z' + x * interval '1' second,"
            + " timestamp with time zone '2026-01-01 00:00:00Z', x || '@many.example'";

    private final Database database;
    private final DatabaseKind kind;
    private final int number;

    Many(Database database, DatabaseKind kind, int number) {
        this.database = database;
        this.kind = kind;
        this.number = number;
    }

    /**
     * Enters them.
     *
     * @param amelia which side she is on: requestor or receiver
     * @param state the state of all connections
     */
    void enter(String amelia, String state) {
        people("x");
        String other = amelia.equals("requestor") ? "receiver" : "requestor";
        run(connections(amelia, other) + id("ec", "x") + ", '" + AMELIA + "', 'c5000001-93a6-4c07-8d2b-e15f4a7c6b90', '"
                + ADVISER + "', " + party("x") + ", '" + state + "', " + MOMENTS + numbers(number));
    }

    /**
     * Enters as many again, and connects each of all with the next: so that most people have few connections, and what
     * a database thinks of all does not hold for Amelia.
     */
    void enterOthers() {
        people("x + " + number);
        int all = 2 * number;
        run(connections("requestor", "receiver") + id("ed", "x") + ", " + party("x") + ", "
                + party("x % " + all + " + 1") + ", 'ACTIVE', " + MOMENTS + numbers(all));
    }

    private void people(String x) {
        String address = "(" + x + ") || '@many.example'";
        run("insert into contacts (id, type, full_name, email_address, email_key) select " + id("e0", x)
                + ", 'REAL_PERSON', 'Somebody', " + address + ", " + address + numbers(number));
        run("insert into contact_roles (id, contact_id, role_id, start_date) select " + id("e5", x) + ", " + id("e0", x)
                + ", '" + CLIENT + "', timestamp with time zone '2020-01-01 00:00:00Z'" + numbers(number));
    }

    private static String connections(String one, String other) {
        return "insert into connections (id, " + one + "_contact_id, " + one + "_contact_role_id, " + one + "_role_id, "
                + other + "_contact_id, " + other + "_contact_role_id, " + other
                + "_role_id, state, since, last_sent, addressee) select ";
    }

    private static String party(String x) {
        return id("e0", x) + ", " + id("e5", x) + ", '" + CLIENT + "'";
    }

    private static String id(String kind, String x) {
        return "cast('" + kind + "000000-0000-4000-8000-' || lpad(cast(" + x + " as varchar), 12, '0') as uuid)";
    }

    private String numbers(int most) {
        return " from " + kind.numbers(most);
    }

    /** In a transaction of its own: a database remembers in it what it might have to take back. */
    private void run(String statement) {
        database.write(handle -> handle.execute(statement));
    }
}
