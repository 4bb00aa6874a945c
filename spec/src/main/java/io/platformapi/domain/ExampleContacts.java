package io.platformapi.domain;

import static io.platformapi.domain.ContactType.ORGANISATION;
import static io.platformapi.domain.ContactType.REAL_PERSON;
import static io.platformapi.domain.ContactType.VIRTUAL_PERSON;
import static io.platformapi.domain.ExampleWorld.contactId;

import java.util.List;
import java.util.UUID;

/** The nine contacts of the {@link ExampleWorld}, who they are and what they tell about themselves. */
final class ExampleContacts {

    private static final String SYDNEY = "Australia/Sydney";

    private static final Contact AMELIA = new Contact(
            contactId(1),
            REAL_PERSON,
            "Amelia Hart",
            "amelia.hart@example.com",
            null,
            new Profile(
                    "0491 570 006",
                    "(02) 5550 4017",
                    photo("amelia-hart"),
                    photo("amelia-hart-small"),
                    "Plans for people who would rather not think about money.",
                    "Financial services",
                    "Financial adviser",
                    "Sydney",
                    SYDNEY,
                    "Level 3, 18 Wharf Street, Balmain NSW 2041"));

    private static final Contact HARBOUR_WEALTH = new Contact(
            contactId(2),
            ORGANISATION,
            "Harbour Wealth Pty Ltd",
            "office@harbourwealth.example",
            null,
            new Profile(
                    null,
                    "(02) 5550 4000",
                    photo("harbour-wealth"),
                    photo("harbour-wealth-small"),
                    "Holds the licence under which its advisers work.",
                    "Financial services",
                    null,
                    "New South Wales",
                    SYDNEY,
                    "Level 3, 18 Wharf Street, Balmain NSW 2041"));

    private static final Contact LIAM = new Contact(
            contactId(3),
            REAL_PERSON,
            "Liam Nguyen",
            "liam.nguyen@example.com",
            null,
            new Profile(
                    "0491 570 156",
                    null,
                    photo("liam-nguyen"),
                    photo("liam-nguyen-small"),
                    null,
                    "Education",
                    "Teacher",
                    "Newcastle",
                    SYDNEY,
                    "7 Beacon Avenue, Merewether NSW 2291"));

    private static final Contact CHLOE = new Contact(
            contactId(4),
            REAL_PERSON,
            "Chloe Papadopoulos",
            "chloe.papadopoulos@example.net",
            null,
            new Profile(
                    "0491 570 157",
                    "(03) 5550 7312",
                    photo("chloe-papadopoulos"),
                    photo("chloe-papadopoulos-small"),
                    "Tax for families and small firms.",
                    "Accounting",
                    "Accountant",
                    "Melbourne",
                    "Australia/Melbourne",
                    "42 Gertrude Lane, Fitzroy VIC 3065"));

    private static final Contact ISLA = new Contact(
            contactId(5),
            REAL_PERSON,
            "Isla Thompson",
            "isla.thompson@example.org",
            null,
            new Profile("0491 570 158", null, null, null, null, "Health", "Nurse", "Wollongong", SYDNEY, null));

    private static final Contact NOAH = new Contact(
            contactId(6),
            REAL_PERSON,
            "Noah Williams",
            "noah.williams@example.com",
            null,
            new Profile(
                    "0491 570 159",
                    null,
                    null,
                    null,
                    null,
                    "Construction",
                    "Carpenter",
                    "Hunter Valley",
                    SYDNEY,
                    "3 Quarry Road, Maitland NSW 2320"));

    private static final Contact OLIVER = new Contact(
            contactId(7),
            REAL_PERSON,
            "Oliver Kaye",
            "oliver.kaye@example.net",
            null,
            new Profile(
                    null,
                    "(08) 5550 1190",
                    photo("oliver-kaye"),
                    photo("oliver-kaye-small"),
                    null,
                    null,
                    null,
                    "Adelaide",
                    "Australia/Adelaide",
                    null));

    private static final Contact JACK = virtual(8, "Jack O'Brien", "jack.obrien@example.org");
    private static final Contact MATILDA = virtual(9, "Matilda Singh", "matilda.singh@example.com");

    /** All of them, in the order of their ids. */
    static final List<Contact> ALL = List.of(AMELIA, HARBOUR_WEALTH, LIAM, CHLOE, ISLA, NOAH, OLIVER, JACK, MATILDA);

    private ExampleContacts() {}

    private static Contact virtual(int number, String fullName, String emailAddress) {
        return new Contact(contactId(number), VIRTUAL_PERSON, fullName, emailAddress, AMELIA.id(), Profile.EMPTY);
    }

    /** Where the contact reads mail. */
    static String address(UUID contactId) {
        return ALL.stream()
                .filter(contact -> contact.id().equals(contactId))
                .map(Contact::emailAddress)
                .findFirst()
                .orElseThrow();
    }

    private static String photo(String name) {
        return "https://images.example.com/contacts/" + name + ".jpg";
    }
}
