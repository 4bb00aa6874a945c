package io.platformapi.domain;

import static io.platformapi.domain.Present.kept;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes the mail that tells an unregistered contact of requests. */
final class ReminderMail {

    private final Supplier<UUID> ids;

    ReminderMail(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /** The mail about requests from one contact to one other; none if the other is registered or has no address. */
    Optional<InvitationMail> about(Contact inviter, Contact invited, List<Connection> requests, Map<UUID, Role> roles) {
        if (invited.type().isRegistered() || invited.emailAddress() == null) {
            return Optional.empty();
        }
        List<String> names = requests.stream()
                .map(request -> kept(roles, request.receiver().roleId()).name())
                .toList();
        return Optional.of(new InvitationMail(ids.get(), invited.emailAddress(), inviter.fullName(), names));
    }
}
