package io.platformapi.mock;

import io.platformapi.contract.http.Headers;
import io.platformapi.domain.Caller;
import io.platformapi.domain.ExampleWorld;
import io.platformapi.domain.MemoryStore;
import io.platformapi.domain.Platform;
import io.platformapi.domain.Refused;
import io.platformapi.domain.Store;
import io.platformapi.mock.stub.Answer;
import io.platformapi.mock.stub.Stubs;
import io.platformapi.model.AddContactResponse;
import io.platformapi.model.ConnectionRequestResend;
import io.platformapi.model.ConnectionRequestResendResponse;
import io.platformapi.model.ConnectionStatusUpdate;
import io.platformapi.model.ConnectionStatusUpdateResponse;
import io.platformapi.model.ContactConnectedLinks;
import io.platformapi.model.ContactConnectedLinksResponse;
import io.platformapi.model.GetConnectionRequests;
import io.platformapi.model.GetConnectionRequestsResponse;
import io.platformapi.model.InviteContact;
import io.platformapi.wire.RefusedAnswer;
import java.util.function.BiFunction;

/**
 * Stubs that remember: the world of the examples in memory, under the rules of the real service (decision 11).
 *
 * <p>What one request changes the next one sees, until the mock ends. Every credential is the caller of the examples.
 * No mail is sent. Safe for many threads.
 */
public final class PlatformWorld implements Stubs {

    private static final Caller CALLER = ExampleWorld.CALLER_ACTS_FOR::contains;

    private final Platform platform;

    private PlatformWorld(Platform platform) {
        this.platform = platform;
    }

    /** A world of its own, as the examples tell of it. */
    public static PlatformWorld ofExamples() {
        Store store = new MemoryStore();
        ExampleWorld.enter(store);
        return new PlatformWorld(Platform.over(store));
    }

    @Override
    public Answer<ConnectionRequestResendResponse> resendConnectionRequest(ConnectionRequestResend request) {
        return answer(platform::resendConnectionRequest, request);
    }

    @Override
    public Answer<ConnectionStatusUpdateResponse> cancelConnection(ConnectionStatusUpdate request) {
        return answer(platform::cancelConnection, request);
    }

    @Override
    public Answer<ConnectionStatusUpdateResponse> removeConnection(ConnectionStatusUpdate request) {
        return answer(platform::removeConnection, request);
    }

    @Override
    public Answer<AddContactResponse> inviteContact(InviteContact request) {
        return answer(platform::inviteContact, request);
    }

    @Override
    public Answer<AddContactResponse> inviteVirtualContact(InviteContact request) {
        return answer(platform::inviteVirtualContact, request);
    }

    @Override
    public Answer<GetConnectionRequestsResponse> listReceivedConnectionRequests(GetConnectionRequests request) {
        return answer(platform::listReceivedConnectionRequests, request);
    }

    @Override
    public Answer<GetConnectionRequestsResponse> listSentConnectionRequests(GetConnectionRequests request) {
        return answer(platform::listSentConnectionRequests, request);
    }

    @Override
    public Answer<ContactConnectedLinksResponse> listContactLinks(ContactConnectedLinks request) {
        return answer(platform::listContactLinks, request);
    }

    private static <Q, R> Answer<R> answer(BiFunction<Caller, Q, R> operation, Q request) {
        try {
            return Answer.of(operation.apply(CALLER, request));
        } catch (Refused refused) {
            RefusedAnswer answer = RefusedAnswer.of(refused);
            Headers headers = answer.retryAfter()
                    .map(seconds -> Headers.of("Retry-After", seconds))
                    .orElseGet(Headers::none);
            return Answer.of(answer.status(), answer.body(), headers);
        }
    }
}
