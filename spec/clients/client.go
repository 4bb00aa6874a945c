// Every operation, and a failure, by the package of openapi-generator's go.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	"example.com/example/platform"
)

const (
	amelia            = "c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84"
	liam              = "c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84"
	matilda           = "c0000009-1f4b-4d8a-a37e-5b9c2e6d0f84"
	clientRole        = "5e000003-2b7f-4e19-8c64-0f9d7a3b5e18"
	realPerson        = "7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70"
	virtualPerson     = "7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70"
	askedNoah         = "cc000004-6e2d-4b58-9f13-a4d7c0e8b219"
	askedJack         = "cc000005-6e2d-4b58-9f13-a4d7c0e8b219"
	connectedWithLiam = "cc000006-6e2d-4b58-9f13-a4d7c0e8b219"
)

var people = []string{realPerson, virtualPerson}

func main() {
	address, key := setting("API_ADDRESS", "http://127.0.0.1:4010"), setting("API_KEY", "any")
	// guide: client
	configuration := platform.NewConfiguration()
	configuration.Servers = platform.ServerConfigurations{{URL: address}}
	client := platform.NewAPIClient(configuration)
	caller := context.WithValue(context.Background(), platform.ContextAccessToken, key)
	// guide: end
	lists(client, caller)
	invites(client, caller)
	changes(client, caller)
	fails(client, caller)
}

func lists(client *platform.APIClient, caller context.Context) {
	links, _, err := client.ContactConnectedLinksAPI.ListContactLinks(caller, amelia).Execute()
	must(err)
	called("listContactLinks", len(links.Roles) == 2 && *links.Roles[0].RoleName.Get() == "Adviser")

	received, _, err := client.GetConnectionRequestsAPI.ListReceivedConnectionRequests(caller, amelia).
		ContactTypes(people).IncludeIgnoredRequests(false).Execute()
	must(err)
	suggester := received.ConnectionRequests[0].SuggesterContact.Get()
	called("listReceivedConnectionRequests", *suggester.ContactFullName.Get() == "Harbour Wealth Pty Ltd")

	sent, _, err := client.GetConnectionRequestsAPI.ListSentConnectionRequests(caller, amelia).
		ContactTypes(people).IncludeIgnoredRequests(false).Execute()
	must(err)
	found := false
	for _, request := range sent.ConnectionRequests {
		found = found || *request.ConnectionRequestId.Get() == askedNoah
	}
	called("listSentConnectionRequests", found)
}

func invites(client *platform.APIClient, caller context.Context) {
	// guide: call
	invitation := platform.NewInviteContact("charlotte.reid@example.com", []string{clientRole})
	invited, _, err := client.InviteContactAPI.InviteContact(caller, amelia).InviteContact(*invitation).Execute()
	// guide: end
	must(err)
	called("inviteContact", len(invited.ContactId) == len(amelia))

	registration := platform.NewInviteContact("matilda.singh@example.com", []string{clientRole})
	registered, _, err := client.InviteContactAPI.InviteVirtualContact(caller, amelia, matilda).
		InviteContact(*registration).Execute()
	must(err)
	called("inviteVirtualContact", registered.ContactId == matilda)
}

func changes(client *platform.APIClient, caller context.Context) {
	reminder := platform.NewConnectionRequestResend(amelia)
	resent, _, err := client.ConnectionRequestResendAPI.ResendConnectionRequest(caller, askedNoah).
		ConnectionRequestResend(*reminder).Execute()
	must(err)
	called("resendConnectionRequest", resent.ResponseStatus.Get() == nil)

	withdrawn := platform.NewConnectionStatusUpdate(amelia, virtualPerson, clientRole)
	cancelled, _, err := client.ConnectionStatusUpdateAPI.CancelConnection(caller, askedJack).
		ConnectionStatusUpdate(*withdrawn).Execute()
	must(err)
	called("cancelConnection", cancelled.ResponseStatus.Get() == nil)

	ended := platform.NewConnectionStatusUpdate(amelia, realPerson, clientRole)
	removed, _, err := client.ConnectionStatusUpdateAPI.RemoveConnection(caller, connectedWithLiam).
		ConnectionStatusUpdate(*ended).Execute()
	must(err)
	called("removeConnection", removed.ResponseStatus.Get() == nil)
}

func fails(client *platform.APIClient, caller context.Context) {
	// guide: failure
	_, _, failed := client.ContactConnectedLinksAPI.ListContactLinks(caller, liam).Execute()
	var refused *platform.GenericOpenAPIError
	if errors.As(failed, &refused) {
		if failure, typed := refused.Model().(platform.ErrorResponse); typed {
			status := failure.ResponseStatus
			fmt.Println("failure", status.ErrorCode, *status.Errors[0].FieldName.Get())
		}
	}
	// guide: end
}

func called(operation string, asDocumented bool) {
	if !asDocumented {
		log.Fatalf("%s was not answered as documented", operation)
	}
	fmt.Println(operation)
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func setting(name, usual string) string {
	if value, given := os.LookupEnv(name); given {
		return value
	}
	return usual
}
