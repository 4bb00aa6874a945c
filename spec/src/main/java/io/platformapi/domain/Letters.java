package io.platformapi.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes the mail that tells an unregistered contact of requests. */
final class Letters {

    private Letters() {}

    /** The mail about requests from one contact to one other; none if the other is registered or has no address. */
    static Optional<InvitationMail> about(Transaction transaction, List<Connection> requests) {
        Contact inviter =
                transaction.contact(requests.get(0).requestor().contactId()).orElseThrow();
        Contact invited =
                transaction.contact(requests.get(0).receiver().contactId()).orElseThrow();
        if (invited.type().isRegistered() || invited.emailAddress() == null) {
            return Optional.empty();
        }
        Map<UUID, Role> roles = transaction.roles();
        List<String> names = requests.stream()
                .map(request -> roles.get(request.receiver().roleId()).name())
                .toList();
        return Optional.of(new InvitationMail(invited.emailAddress(), inviter.fullName(), names));
    }
}
