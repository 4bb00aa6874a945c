package io.platformapi.mock.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platformapi.model.AddContactResponse;
import io.platformapi.model.ContactConnectedLinks;
import io.platformapi.model.InviteContact;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class StubsTest {

    private static final UUID INVITED = UUID.fromString("5f0b1a52-0c3e-4d8e-9b0a-2f6a3b1c4d5e");

    private final InviteContact invitation = InviteContact.builder()
            .emailAddress("mia@example.org")
            .roles(List.of(INVITED))
            .build();

    @Test
    void answersAsDocumentedUntilOverridden() {
        Stub<?, ?> stub = new Stubs() {}.byOperationId().get("inviteContact");

        assertThat(stub.requestType()).isEqualTo(InviteContact.class);
        assertThat(stub.answer(invitation)).isEqualTo(Answer.documented());
    }

    @Test
    void callsAnOverriddenMethodByTheIdOfItsOperation() {
        var stubs = new Stubs() {
            @Override
            public Answer<AddContactResponse> inviteContact(InviteContact request) {
                return Answer.of(new AddContactResponse(request.roles().get(0), null));
            }
        };

        assertThat(stubs.byOperationId().get("inviteContact").answer(invitation))
                .isEqualTo(Answer.of(new AddContactResponse(INVITED, null)));
        assertThat(stubs.byOperationId().get("inviteVirtualContact").answer(invitation))
                .isEqualTo(Answer.documented());
    }

    @Test
    void refusesARecordOfAnotherOperation() {
        Stub<?, ?> stub = new Stubs() {}.byOperationId().get("inviteContact");

        assertThatThrownBy(() -> stub.answer(new ContactConnectedLinks(INVITED)))
                .isInstanceOf(ClassCastException.class);
    }
}
