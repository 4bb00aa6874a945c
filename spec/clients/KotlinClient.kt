import com.example.platform.apis.ConnectionRequestResendApi
import com.example.platform.apis.ConnectionStatusUpdateApi
import com.example.platform.apis.ContactConnectedLinksApi
import com.example.platform.apis.GetConnectionRequestsApi
import com.example.platform.apis.InviteContactApi
import com.example.platform.infrastructure.ApiClient
import com.example.platform.infrastructure.ClientError
import com.example.platform.infrastructure.ClientException
import com.example.platform.infrastructure.Serializer
import com.example.platform.models.ConnectionRequestResend
import com.example.platform.models.ConnectionStatusUpdate
import com.example.platform.models.ErrorResponse
import com.example.platform.models.InviteContact
import java.util.UUID

// Every operation, and a failure, by the classes of openapi-generator's kotlin.

private val amelia = UUID.fromString("c0000001-1f4b-4d8a-a37e-5b9c2e6d0f84")
private val liam = UUID.fromString("c0000003-1f4b-4d8a-a37e-5b9c2e6d0f84")
private val matilda = UUID.fromString("c0000009-1f4b-4d8a-a37e-5b9c2e6d0f84")
private val clientRole = UUID.fromString("5e000003-2b7f-4e19-8c64-0f9d7a3b5e18")
private val realPerson = UUID.fromString("7e000001-4c1d-4f6a-9b2e-6d5c3a8f1e70")
private val virtualPerson = UUID.fromString("7e000002-4c1d-4f6a-9b2e-6d5c3a8f1e70")
private val askedNoah = UUID.fromString("cc000004-6e2d-4b58-9f13-a4d7c0e8b219")
private val askedJack = UUID.fromString("cc000005-6e2d-4b58-9f13-a4d7c0e8b219")
private val connectedWithLiam = UUID.fromString("cc000006-6e2d-4b58-9f13-a4d7c0e8b219")
private val people = listOf(realPerson, virtualPerson)
private val address = System.getenv("API_ADDRESS") ?: "http://127.0.0.1:4010"
private val key = System.getenv("API_KEY") ?: "any"

private fun called(operation: String, asDocumented: Boolean) {
    check(asDocumented) { "$operation was not answered as documented" }
    println(operation)
}

private fun party(type: UUID) = ConnectionStatusUpdate(contactId = amelia, contactTypeId = type, roleId = clientRole)

fun main() {
    // guide: client
    ApiClient.accessToken = key
    val invitations = InviteContactApi(address)
    // guide: end
    val contacts = ContactConnectedLinksApi(address)
    val requests = GetConnectionRequestsApi(address)
    val connections = ConnectionStatusUpdateApi(address)

    called("listContactLinks", contacts.listContactLinks(amelia).roles.map { it.roleName } == listOf("Adviser", "Accountant"))

    val received = requests.listReceivedConnectionRequests(amelia, people, false).connectionRequests
    called("listReceivedConnectionRequests", received[0].suggesterContact?.contactFullName == "Harbour Wealth Pty Ltd")

    val sent = requests.listSentConnectionRequests(amelia, people, false).connectionRequests
    called("listSentConnectionRequests", sent.any { it.connectionRequestId == askedNoah })

    // guide: call
    val invitation = InviteContact(emailAddress = "charlotte.reid@example.com", roles = listOf(clientRole))
    val invited = invitations.inviteContact(amelia, invitation)
    // guide: end
    called("inviteContact", invited.responseStatus == null)

    val registration = InviteContact(emailAddress = "matilda.singh@example.com", roles = listOf(clientRole))
    called("inviteVirtualContact", invitations.inviteVirtualContact(amelia, matilda, registration).contactId == matilda)

    val reminder = ConnectionRequestResend(contactId = amelia)
    val resent = ConnectionRequestResendApi(address).resendConnectionRequest(askedNoah, reminder)
    called("resendConnectionRequest", resent.responseStatus == null)

    called("cancelConnection", connections.cancelConnection(askedJack, party(virtualPerson)).responseStatus == null)
    called("removeConnection", connections.removeConnection(connectedWithLiam, party(realPerson)).responseStatus == null)

    // guide: failure
    try {
        contacts.listContactLinks(liam)
    } catch (thrown: ClientException) {
        val body = (thrown.response as ClientError<*>).body as String
        val status = Serializer.moshi.adapter(ErrorResponse::class.java).fromJson(body)!!.responseStatus
        println("failure ${status.errorCode.value} ${status.errors[0].fieldName}")
    }
    // guide: end
}
