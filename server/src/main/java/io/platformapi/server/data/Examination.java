package io.platformapi.server.data;

import io.platformapi.domain.ContactRole;
import io.platformapi.server.store.Archive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A look at a whole file before anything of it is written: each line by itself, then what lines say of each other, then
 * what they say of what is there already.
 */
final class Examination {

    private static final int AT_ONCE = 1_000;

    private final Archive archive;
    private final EntryReader reader = new EntryReader();
    private final TreeMap<Integer, List<String>> mistakes = new TreeMap<>();
    private final Map<UUID, Integer> roles = new HashMap<>();
    private final Map<UUID, Integer> contacts = new HashMap<>();
    private final Map<UUID, Integer> connections = new HashMap<>();
    private final Map<UUID, Integer> roleLines = new HashMap<>();
    private final Map<UUID, ContactRole> contactRoles = new HashMap<>();
    private final Map<String, UUID> holders = new HashMap<>();
    private final Map<String, Integer> holderLines = new LinkedHashMap<>();
    private final Map<UUID, Reference> toRoles = new LinkedHashMap<>();
    private final Map<UUID, Reference> toContacts = new LinkedHashMap<>();
    private final Map<UUID, Reference> toContactRoles = new LinkedHashMap<>();

    Examination(Archive archive) {
        this.archive = archive;
    }

    private record Reference(int line, String member) {}

    /** Looks at a line. */
    void line(int number, String text) {
        reader.read(text, mistake -> tell(number, mistake)).ifPresent(entry -> take(number, entry));
    }

    private void take(int number, Entry entry) {
        if (entry instanceof Entry.OfRole role) {
            checkOnce(number, "role", roles.putIfAbsent(role.id(), number));
        } else if (entry instanceof Entry.OfContact contact) {
            take(number, contact);
        } else if (entry instanceof Entry.OfContactRole role) {
            checkOnce(number, "contactRole", roleLines.putIfAbsent(role.id(), number));
            contactRoles.put(role.id(), role.role());
            toContacts.putIfAbsent(role.role().contactId(), new Reference(number, "contactRole.contact"));
            toRoles.putIfAbsent(role.role().roleId(), new Reference(number, "contactRole.role"));
        } else if (entry instanceof Entry.OfConnection connection) {
            take(number, connection);
        }
    }

    private void take(int number, Entry.OfContact entry) {
        checkOnce(number, "contact", contacts.putIfAbsent(entry.id(), number));
        refer(toContacts, entry.contact().enteredBy(), number, "contact.enteredBy");
        String address = entry.contact().emailAddress();
        if (address != null) {
            String key = address.toLowerCase(Locale.ROOT);
            holders.put(key, entry.id());
            Integer before = holderLines.putIfAbsent(key, number);
            if (before != null) {
                tell(number, "contact.emailAddress: line " + before + " has this address, too");
            }
        }
    }

    private void take(int number, Entry.OfConnection connection) {
        String kind = EntryReader.OF_REQUESTS.contains(connection.state()) ? "request" : "connection";
        checkOnce(number, kind, connections.putIfAbsent(connection.id(), number));
        refer(toContactRoles, connection.requestor(), number, kind + ".requestor");
        refer(toContactRoles, connection.receiver(), number, kind + ".receiver");
        refer(toContacts, connection.suggester(), number, kind + ".suggester");
    }

    private static void refer(Map<UUID, Reference> references, @Nullable UUID id, int number, String member) {
        if (id != null) {
            references.putIfAbsent(id, new Reference(number, member));
        }
    }

    private void checkOnce(int number, String kind, @Nullable Integer before) {
        if (before != null) {
            tell(number, kind + ".id: line " + before + " has this id, too");
        }
    }

    private void tell(int line, String mistake) {
        mistakes.computeIfAbsent(line, number -> new ArrayList<>()).add("line " + line + ": " + mistake);
    }

    /**
     * Looks at what is there already, once every line was looked at.
     *
     * @return the roles of contacts that the file has or speaks of
     * @throws UnusableData if anything is wrong
     */
    Map<UUID, ContactRole> end() {
        checkReferences(toRoles, roles.keySet(), archive::rolesAmong, "role");
        checkReferences(toContacts, contacts.keySet(), archive::contactsAmong, "contact");
        Map<UUID, ContactRole> before = new HashMap<>();
        portions(List.copyOf(toContactRoles.keySet())).forEach(ids -> before.putAll(archive.contactRolesAmong(ids)));
        portions(List.copyOf(roleLines.keySet())).forEach(ids -> before.putAll(archive.contactRolesAmong(ids)));
        checkReferences(toContactRoles, contactRoles.keySet(), ids -> before.keySet(), "contactRole");
        before.forEach(this::checkSame);
        portions(List.copyOf(holderLines.keySet())).forEach(this::checkHolders);
        if (!mistakes.isEmpty()) {
            throw new UnusableData(
                    mistakes.values().stream().flatMap(List::stream).toList());
        }
        before.putAll(contactRoles);
        return before;
    }

    private void checkReferences(
            Map<UUID, Reference> references, Set<UUID> inFile, Function<List<UUID>, Set<UUID>> before, String kind) {
        List<Map.Entry<UUID, Reference>> elsewhere = references.entrySet().stream()
                .filter(reference -> !inFile.contains(reference.getKey()))
                .toList();
        for (List<Map.Entry<UUID, Reference>> some : portions(elsewhere)) {
            Set<UUID> there = before.apply(some.stream().map(Map.Entry::getKey).toList());
            some.stream().filter(each -> !there.contains(each.getKey())).forEach(each -> {
                UUID id = each.getKey();
                Reference reference = each.getValue();
                tell(
                        reference.line(),
                        reference.member() + ": there is no " + kind + " " + id + ", neither here nor in the database");
            });
        }
    }

    /** Connections have been made with it as it is. */
    private void checkSame(UUID id, ContactRole before) {
        ContactRole now = contactRoles.getOrDefault(id, before);
        if (!now.contactId().equals(before.contactId()) || !now.roleId().equals(before.roleId())) {
            tell(line(roleLines, id), "contactRole.id: in the database this is another contact's, or another role");
        }
    }

    /** Where something of the file stands. */
    private static <T> int line(Map<T, Integer> lines, T thing) {
        return Objects.requireNonNull(lines.get(thing));
    }

    private void checkHolders(List<String> addresses) {
        archive.holders(addresses).forEach((address, holder) -> {
            if (!holder.equals(holders.get(address))) {
                tell(
                        line(holderLines, address),
                        "contact.emailAddress: in the database this is the address of contact " + holder);
            }
        });
    }

    private static <T> List<List<T>> portions(List<T> all) {
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            portions.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return portions;
    }
}
