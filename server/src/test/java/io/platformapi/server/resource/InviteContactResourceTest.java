package io.platformapi.server.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.platformapi.domain.ExampleWorld;
import io.platformapi.domain.InvitationMail;
import io.platformapi.domain.MemoryStore;
import io.platformapi.domain.Platform;
import io.platformapi.domain.Refused;
import io.platformapi.domain.Store;
import io.platformapi.model.InviteContact;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A resource without HTTP: the rules over a store in memory, and a caller made up on the spot. */
final class InviteContactResourceTest {

    private static final UUID AMELIA = UUID.fromString("c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID CLIENT = UUID.fromString("5e000003-2b7f-4e19-8c64-0f9d7a3b5e18");

    private final List<InvitationMail> sent = new ArrayList<>();
    private final Store store = new MemoryStore(sent::add);
    private final Platform platform = Platform.over(store);

    @BeforeEach
    void enterWorld() {
        ExampleWorld.enter(store);
    }

    private static InviteContact invitation() {
        return InviteContact.builder()
                .contactId(AMELIA)
                .emailAddress("charlotte.reid@example.com")
                .roles(List.of(CLIENT))
                .build();
    }

    @Test
    void invitesForAContactOfTheCaller() {
        var resource = new InviteContactResource(platform, contact -> contact.equals(AMELIA));

        assertThat(resource.inviteContact(invitation()).contactId()).isNotNull();
        assertThat(sent)
                .extracting(InvitationMail::emailAddress, InvitationMail::inviterName, InvitationMail::roleNames)
                .containsExactly(tuple("charlotte.reid@example.com", "Amelia Hart", List.of("Client")));
    }

    @Test
    void refusesToInviteForAnybodyElse() {
        var resource = new InviteContactResource(platform, contact -> false);

        assertThatThrownBy(() -> resource.inviteContact(invitation()))
                .isInstanceOf(Refused.class)
                .hasMessage("You may not act for this contact.");
        assertThat(sent).isEmpty();
    }
}
