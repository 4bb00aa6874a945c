package io.platformapi.domain;

import static io.platformapi.domain.ConnectionState.ACTIVE;
import static io.platformapi.domain.ConnectionState.CANCELLED;
import static io.platformapi.domain.ConnectionState.IGNORED;
import static io.platformapi.domain.ConnectionState.PENDING;
import static io.platformapi.domain.ConnectionState.REMOVED;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The small world that the document's examples tell of: a request of an example gets the answer of that example here.
 *
 * <p>It is seen by a caller who may act for Amelia Hart, a financial adviser, and for Harbour Wealth, under whose
 * licence she works.
 */
public final class ExampleWorld {

    /** The contacts for whom the caller of the examples may act: Amelia Hart and Harbour Wealth. */
    public static final Set<UUID> CALLER_ACTS_FOR = Set.of(contactId(1), contactId(2));

    private static final UUID HARBOUR_WEALTH = contactId(2);
    private static final UUID LIAM = contactId(3);

    private static final List<Role> ROLES = List.of(
            role(1, "Licensee", true),
            role(2, "Adviser", false),
            role(3, "Client", false),
            role(4, "Accountant", false));

    private static final ContactRole AMELIA_ADVISER = taken(1, 1, 2, "2024-02-05", null);
    private static final ContactRole AMELIA_ACCOUNTANT = taken(2, 1, 4, "2019-07-01", "2024-01-31");
    private static final ContactRole HARBOUR_LICENSEE = taken(3, 2, 1, "2016-07-01", null);
    private static final ContactRole LIAM_CLIENT = taken(4, 3, 3, "2025-03-10", null);
    private static final ContactRole CHLOE_ACCOUNTANT = taken(5, 4, 4, "2018-01-15", null);
    private static final ContactRole ISLA_CLIENT = taken(6, 5, 3, "2026-11-09", null);
    private static final ContactRole NOAH_CLIENT = offered(7, 6, 3);
    private static final ContactRole OLIVER_CLIENT = taken(8, 7, 3, "2025-06-02", null);
    private static final ContactRole JACK_CLIENT = offered(9, 8, 3);
    private static final ContactRole MATILDA_ACCOUNTANT = offered(10, 9, 4);

    private static final List<ContactRole> CONTACT_ROLES = List.of(
            AMELIA_ADVISER,
            AMELIA_ACCOUNTANT,
            HARBOUR_LICENSEE,
            LIAM_CLIENT,
            CHLOE_ACCOUNTANT,
            ISLA_CLIENT,
            NOAH_CLIENT,
            OLIVER_CLIENT,
            JACK_CLIENT,
            MATILDA_ACCOUNTANT);

    private static final List<Connection> CONNECTIONS = List.of(
            connection(1, CHLOE_ACCOUNTANT, AMELIA_ADVISER, PENDING, null, "2026-11-03T22:15:00Z"),
            connection(2, ISLA_CLIENT, AMELIA_ADVISER, PENDING, HARBOUR_WEALTH, "2026-11-09T04:40:00Z"),
            connection(3, OLIVER_CLIENT, AMELIA_ADVISER, IGNORED, null, "2026-10-12T09:05:00Z"),
            connection(4, AMELIA_ADVISER, NOAH_CLIENT, PENDING, LIAM, "2026-11-05T00:20:00Z"),
            connection(5, AMELIA_ADVISER, JACK_CLIENT, PENDING, null, "2026-10-28T03:45:00Z"),
            connection(6, AMELIA_ADVISER, LIAM_CLIENT, ACTIVE, null, "2025-03-10T01:30:00Z"),
            connection(7, HARBOUR_LICENSEE, AMELIA_ADVISER, ACTIVE, null, "2024-02-05T00:00:00Z"),
            connection(8, AMELIA_ADVISER, OLIVER_CLIENT, REMOVED, null, "2025-06-02T02:00:00Z"),
            connection(9, AMELIA_ADVISER, MATILDA_ACCOUNTANT, CANCELLED, null, "2026-09-14T05:10:00Z"),
            connection(10, LIAM_CLIENT, CHLOE_ACCOUNTANT, ACTIVE, null, "2025-07-21T06:00:00Z"));

    private ExampleWorld() {}

    /** Puts the world into a store, over whatever it holds under the same ids. */
    public static void enter(Store store) {
        store.write(transaction -> {
            ROLES.forEach(transaction::save);
            ExampleContacts.ALL.forEach(transaction::save);
            CONTACT_ROLES.forEach(transaction::save);
            CONNECTIONS.forEach(transaction::save);
            return transaction;
        });
    }

    private static Role role(int number, String name, boolean isLicensee) {
        String image = "https://images.example.com/roles/" + name.toLowerCase(Locale.ROOT);
        UUID imageId = id("1a%06d-b05c-4e3f-a9d8-27f6c1b4e035", number);
        return new Role(roleId(number), name, isLicensee, image + ".png", image + "-small.png", imageId);
    }

    private static ContactRole taken(int number, int contact, int role, String start, @Nullable String end) {
        return new ContactRole(
                contactRoleId(number), contactId(contact), roleId(role), day(start), end == null ? null : day(end));
    }

    private static ContactRole offered(int number, int contact, int role) {
        return ContactRole.offered(contactRoleId(number), contactId(contact), roleId(role));
    }

    private static Connection connection(
            int number,
            ContactRole requestor,
            ContactRole receiver,
            ConnectionState state,
            @Nullable UUID suggester,
            String since) {
        UUID id = id("cc%06d-6e2d-4b58-9f13-a4d7c0e8b219", number);
        Instant moment = Instant.parse(since);
        return new Connection(
                id,
                Party.of(requestor),
                Party.of(receiver),
                state,
                suggester,
                moment,
                moment,
                ExampleContacts.address(receiver.contactId()));
    }

    private static Instant day(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }

    static UUID contactId(int number) {
        return id("c0%06d-1f4b-4d8a-a37e-5b9c2e6d0f84", number);
    }

    static UUID roleId(int number) {
        return id("5e%06d-2b7f-4e19-8c64-0f9d7a3b5e18", number);
    }

    private static UUID contactRoleId(int number) {
        return id("c5%06d-93a6-4c07-8d2b-e15f4a7c6b90", number);
    }

    private static UUID id(String pattern, int number) {
        return UUID.fromString(pattern.formatted(number));
    }
}
