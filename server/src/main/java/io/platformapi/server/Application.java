package io.platformapi.server;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.domain.Platform;
import io.platformapi.grizzly.FailurePages;
import io.platformapi.server.http.CurrentCaller;
import io.platformapi.server.http.CurrentSequel;
import io.platformapi.server.http.Origins;
import io.platformapi.server.http.Resources;
import io.platformapi.server.http.ServedOperations;
import io.platformapi.server.resource.ConnectionRequestResendResource;
import io.platformapi.server.resource.ConnectionStatusUpdateResource;
import io.platformapi.server.resource.ContactConnectedLinksResource;
import io.platformapi.server.resource.GetConnectionRequestsResource;
import io.platformapi.server.resource.InviteContactResource;

/** What stands between HTTP and the rules, put together. */
final class Application {

    private Application() {}

    /**
     * The operations of a contract, answered by rules.
     *
     * @param pages what is answered if even failing fails
     */
    static ServedOperations of(Contract contract, Origins origins, Platform platform, FailurePages pages) {
        var caller = new CurrentCaller();
        var sequel = new CurrentSequel();
        var resources = Resources.of(
                new ConnectionRequestResendResource(platform, caller),
                new ConnectionStatusUpdateResource(platform, caller),
                new ContactConnectedLinksResource(platform, caller, sequel),
                new GetConnectionRequestsResource(platform, caller, sequel),
                new InviteContactResource(platform, caller));
        return new ServedOperations(contract, origins, caller, sequel, resources, pages);
    }
}
