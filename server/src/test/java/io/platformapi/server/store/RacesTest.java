package io.platformapi.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.domain.ExampleWorld;
import io.platformapi.domain.Platform;
import io.platformapi.domain.Refused;
import io.platformapi.model.InviteContact;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that ask for the same thing at the same moment. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
final class RacesTest {

    private static final UUID AMELIA = UUID.fromString("c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID LIAM = UUID.fromString("c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID CHLOE = UUID.fromString("c0000004-1f4b-4d8a-a37e-5b9c2e6d0f84");
    private static final UUID LICENSEE = UUID.fromString("5e000001-2b7f-4e19-8c64-0f9d7a3b5e18");

    private final Database database;
    private final Platform platform;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    RacesTest(DatabaseKind kind) {
        database = kind.open();
        platform = Platform.over(new JdbcStore(database));
    }

    @BeforeEach
    void enterWorld() {
        ExampleWorld.enter(new JdbcStore(database));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    private String invite(UUID inviter, String address) {
        var invitation = InviteContact.builder()
                .contactId(inviter)
                .emailAddress(address)
                .roles(List.of(LICENSEE))
                .build();
        try {
            return platform.inviteContact(contact -> true, invitation)
                    .contactId()
                    .toString();
        } catch (Refused refused) {
            return refused.code().wireName();
        }
    }

    private List<String> atOnce(Callable<String> first, Callable<String> second) throws Exception {
        var start = new CyclicBarrier(2);
        List<Future<String>> answers = new ArrayList<>();
        for (Callable<String> task : List.of(first, second)) {
            answers.add(threads.submit(() -> {
                start.await();
                return task.call();
            }));
        }
        return List.of(answers.get(0).get(), answers.get(1).get());
    }

    @Test
    void oneNewcomerIsMadeForTwoWhoInviteThemAndAskedOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            String address = "newcomer" + i + "@example.org";
            List<String> answers = atOnce(() -> invite(AMELIA, address), () -> invite(LIAM, address));

            assertThat(answers).containsOnlyOnce("TooManyRequests");
            assertThat(contactsAt(address)).isEqualTo(1);
        }
    }

    private int contactsAt(String address) {
        return database.read(handle -> handle.createQuery("select count(*) from contacts where email_key = :address")
                .bind("address", address)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void oneOfTwoEqualInvitationsIsRefused() throws Exception {
        for (int i = 0; i < 20; i++) {
            String address = "newcomer" + i + "@example.org";
            List<String> answers = atOnce(() -> invite(AMELIA, address), () -> invite(AMELIA, address));

            assertThat(answers).containsOnlyOnce("InvitationPending");
        }
    }

    @Test
    void twoWhoInviteEachOtherBothGetAnAnswer() throws Exception {
        List<String> answers = atOnce(
                () -> invite(LIAM, "chloe.papadopoulos@example.net"), () -> invite(CHLOE, "liam.nguyen@example.com"));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer).isIn(LIAM.toString(), CHLOE.toString(), "InvitationPending"));
    }
}
