package io.platformapi.domain;

import io.platformapi.model.ContactConnectionModel;
import io.platformapi.model.GetConnectionRequests;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lists the requests that nobody has answered yet, those received and those sent. */
final class Requests {

    private final Store store;

    Requests(Store store) {
        this.store = store;
    }

    /** What waits for the contact's answer; what it ignores only on demand. */
    List<ContactConnectionModel> received(GetConnectionRequests request) {
        Predicate<Connection> received = connection -> connection.isReceivedBy(request.contactId());
        Predicate<Connection> wanted =
                connection -> request.includeIgnoredRequests() || connection.state() != ConnectionState.IGNORED;
        return list(request, received.and(wanted));
    }

    /** What the contact waits for; it does not learn who ignores it. */
    List<ContactConnectionModel> sent(GetConnectionRequests request) {
        return list(request, connection -> connection.isSentBy(request.contactId()));
    }

    private List<ContactConnectionModel> list(GetConnectionRequests request, Predicate<Connection> listed) {
        Set<ContactType> types = types(request.contactTypes());
        return store.read(transaction -> {
            var perspective = new Perspective(transaction, request.contactId());
            return perspective.connections().stream()
                    .filter(connection -> connection.state().isPending())
                    .filter(listed)
                    .filter(connection ->
                            types.contains(perspective.otherParty(connection).type()))
                    .map(perspective::of)
                    .toList();
        });
    }

    private static Set<ContactType> types(List<UUID> ids) {
        List<Fault> faults = ids.stream()
                .filter(id -> ContactType.of(id).isEmpty())
                .distinct()
                .map(Refusals::unknownContactType)
                .toList();
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return ids.stream().map(ContactType::of).map(Optional::orElseThrow).collect(Collectors.toSet());
    }
}
