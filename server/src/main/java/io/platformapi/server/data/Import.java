package io.platformapi.server.data;

import io.platformapi.domain.Contact;
import io.platformapi.domain.ContactRole;
import io.platformapi.server.store.Archive;
import io.platformapi.server.store.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lines on their way into a database, in one transaction: all of them or none.
 *
 * <p>First all lines are looked at; then they are written kind by kind, so that their order does not matter.
 */
public final class Import {

    private static final int ROWS_AT_ONCE = 1_000;

    private final DataFile file;
    private final Progress progress;
    private final Archive archive;
    private final EntryReader reader = new EntryReader();
    private int written;

    private Import(DataFile file, Progress progress, Archive archive) {
        this.file = file;
        this.progress = progress;
        this.archive = archive;
    }

    /**
     * Takes in a file.
     *
     * @return how many things it has
     * @throws UnusableData if anything is wrong with it; then nothing is written
     */
    public static int of(Path file, Database database, Progress progress) {
        return of(DataFile.at(file), database, progress);
    }

    /** The same for lines. */
    public static int of(String lines, Database database) {
        return of(DataFile.of(lines), database, Progress.UNSEEN);
    }

    private static int of(DataFile file, Database database, Progress progress) {
        return Archive.write(database, archive -> new Import(file, progress, archive).write());
    }

    private int write() {
        var examination = new Examination(archive);
        file.each("looking at all lines", progress, examination::line);
        Map<UUID, ContactRole> contactRoles = examination.end();

        each("writing roles", Entry.OfRole.class, Entry.OfRole::role, archive::saveRoles);
        each("writing contacts", Entry.OfContact.class, entry -> alone(entry.contact()), archive::saveContacts);
        rewriteEntered();
        each(
                "writing roles of contacts",
                Entry.OfContactRole.class,
                Entry.OfContactRole::role,
                archive::saveContactRoles);
        each(
                "writing requests and connections",
                Entry.OfConnection.class,
                entry -> entry.between(kept(contactRoles, entry.requestor()), kept(contactRoles, entry.receiver())),
                archive::saveConnections);
        return written;
    }

    /** A contact before whoever entered it is there. */
    private static Contact alone(Contact contact) {
        return new Contact(
                contact.id(),
                contact.type(),
                contact.fullName(),
                contact.emailAddress(),
                null,
                contact.profile(),
                contact.lastAsked());
    }

    private void rewriteEntered() {
        int before = written;
        List<Contact> entered = new ArrayList<>();
        each("writing who entered them", Entry.OfContact.class, Entry.OfContact::contact, contacts -> {
            entered.addAll(contacts.stream()
                    .filter(contact -> contact.enteredBy() != null)
                    .toList());
            archive.saveContacts(entered);
            entered.clear();
        });
        written = before;
    }

    private <E extends Entry, T> void each(String step, Class<E> kind, Function<E, T> row, Consumer<List<T>> save) {
        List<T> rows = new ArrayList<>();
        file.each(step, progress, (number, line) -> {
            reader.read(line, mistake -> {})
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .map(row)
                    .ifPresent(rows::add);
            if (rows.size() == ROWS_AT_ONCE) {
                flush(rows, save);
            }
        });
        flush(rows, save);
    }

    private <T> void flush(List<T> rows, Consumer<List<T>> save) {
        save.accept(List.copyOf(rows));
        written += rows.size();
        rows.clear();
    }

    /** What a line refers to; every reference has been looked at. */
    private static <T> T kept(Map<UUID, T> all, UUID id) {
        return Objects.requireNonNull(all.get(id));
    }
}
