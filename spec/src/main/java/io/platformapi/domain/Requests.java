package io.platformapi.domain;

import static io.platformapi.domain.ConnectionState.PENDING;
import static io.platformapi.domain.ConnectionState.WAITING;
import static io.platformapi.domain.Present.asked;

import io.platformapi.model.ContactConnectionModel;
import io.platformapi.model.GetConnectionRequests;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists the requests that nobody has answered yet, those received and those sent, of very many the newest. */
final class Requests {

    /** As many as a list of the document may have. */
    static final int MOST = 10_000;

    private final Store store;

    Requests(Store store) {
        this.store = store;
    }

    /** What waits for the contact's answer; what it ignores only on demand. */
    List<ContactConnectionModel> received(GetConnectionRequests request) {
        Set<ConnectionState> wanted = request.includeIgnoredRequests() ? WAITING : Set.of(PENDING);
        return list(request, transaction -> transaction.received(asked(request.contactId()), wanted, MOST));
    }

    /** What the contact waits for; it does not learn who ignores it. */
    List<ContactConnectionModel> sent(GetConnectionRequests request) {
        return list(request, transaction -> transaction.sent(asked(request.contactId()), WAITING, MOST));
    }

    private List<ContactConnectionModel> list(
            GetConnectionRequests request, Function<Transaction, List<Connection>> newest) {
        Set<ContactType> types = types(request.contactTypes());
        return store.read(transaction -> {
            var perspective = new Perspective(transaction, asked(request.contactId()), newest.apply(transaction));
            return perspective.connections().stream()
                    .filter(connection -> types.contains(perspective.otherType(connection)))
                    .map(perspective::of)
                    .toList();
        });
    }

    private static Set<ContactType> types(List<UUID> ids) {
        List<Mistake> faults = ids.stream()
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
