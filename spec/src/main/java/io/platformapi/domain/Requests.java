package io.platformapi.domain;

import static io.platformapi.domain.ConnectionState.PENDING;
import static io.platformapi.domain.ConnectionState.WAITING;
import static io.platformapi.domain.Present.asked;

import io.platformapi.model.ContactConnectionModel;
import io.platformapi.model.GetConnectionRequests;
import io.platformapi.model.GetConnectionRequestsResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Lists the requests that nobody has answered yet, those received and those sent, of very many the newest. */
final class Requests {

    /** As many as a list of the document may have. */
    static final int MOST = 10_000;

    /** As many as are read at once where the rest can follow. */
    static final int PAGE = 250;

    private final Store store;

    Requests(Store store) {
        this.store = store;
    }

    /** What waits for the contact's answer, in pages of so many; what it ignores only on demand. */
    Page<GetConnectionRequestsResponse> received(GetConnectionRequests request, int page) {
        Set<ConnectionState> wanted = request.includeIgnoredRequests() ? WAITING : Set.of(PENDING);
        return list(
                request,
                Walk.of(page, MOST),
                (transaction, stretch) -> transaction.received(asked(request.contactId()), wanted, stretch));
    }

    /** What the contact waits for, in pages of so many; it does not learn who ignores it. */
    Page<GetConnectionRequestsResponse> sent(GetConnectionRequests request, int page) {
        return list(
                request,
                Walk.of(page, MOST),
                (transaction, stretch) -> transaction.sent(asked(request.contactId()), WAITING, stretch));
    }

    private Page<GetConnectionRequestsResponse> list(
            GetConnectionRequests request, Walk walk, BiFunction<Transaction, Stretch, List<Connection>> source) {
        Set<ContactType> types = types(request.contactTypes());
        return store.read(transaction -> {
            List<Connection> connections = source.apply(transaction, walk.stretch());
            var perspective = new Perspective(transaction, asked(request.contactId()), connections);
            List<ContactConnectionModel> listed = connections.stream()
                    .filter(connection -> types.contains(perspective.otherType(connection)))
                    .map(perspective::of)
                    .toList();
            return new Page<>(
                    new GetConnectionRequestsResponse(listed, null),
                    walk.beyond(connections).map(next -> () -> list(request, next, source)));
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
