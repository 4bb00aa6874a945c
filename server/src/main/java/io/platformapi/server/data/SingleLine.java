package io.platformapi.server.data;

import io.platformapi.domain.Contact;
import io.platformapi.domain.ContactRole;
import io.platformapi.domain.Role;

/** Single things as lines of a file that can be imported. */
public final class SingleLine {

    private SingleLine() {}

    public static String of(Role role) {
        return new EntryWriter().line(new Entry.OfRole(role));
    }

    public static String of(Contact contact) {
        return new EntryWriter().line(new Entry.OfContact(contact));
    }

    public static String of(ContactRole role) {
        return new EntryWriter().line(new Entry.OfContactRole(role));
    }
}
