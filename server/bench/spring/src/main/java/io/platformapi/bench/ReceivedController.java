package io.platformapi.bench;

import io.platformapi.bench.api.GetConnectionRequestsApi;
import io.platformapi.bench.model.ContactConnectionModel;
import io.platformapi.bench.model.ContactSummaryModel;
import io.platformapi.bench.model.GetConnectionRequestsResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The requests that a contact has received, in one statement. */
@RestController
class ReceivedController implements GetConnectionRequestsApi {

    private static final UUID VIRTUAL_PERSON = UUID.fromString("c7000002-0000-4000-8000-000000000000");
    private static final UUID PENDING = UUID.fromString("c5000001-0000-4000-8000-000000000000");

    private final JdbcTemplate jdbc;
    private final HttpServletRequest request;

    ReceivedController(JdbcTemplate jdbc, HttpServletRequest request) {
        this.jdbc = jdbc;
        this.request = request;
    }

    @Override
    @Transactional(readOnly = true)
    public ResponseEntity<GetConnectionRequestsResponse> listReceivedConnectionRequestsByGet(
            UUID contactId, List<UUID> contactTypes, Boolean includeIgnoredRequests, String format) {
        Caller caller = (Caller) request.getAttribute(Caller.ATTRIBUTE);
        if (!caller.contacts().contains(contactId)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<ContactConnectionModel> requests = jdbc.query(
                "select c.id, c.since, c.state, c.receiver_contact_role_id, c.receiver_role_id, c.requestor_role_id,"
                        + " own.name as own_role, asking.name as asking_role, p.id as contact_id, p.full_name, p.type"
                        + " from connections c join contacts p on p.id = c.requestor_contact_id"
                        + " join roles own on own.id = c.receiver_role_id"
                        + " join roles asking on asking.id = c.requestor_role_id"
                        + " where c.receiver_contact_id = ? and c.state = 'PENDING'"
                        + " order by c.since desc, c.id limit 10000",
                (row, number) -> request(row),
                contactId);
        return ResponseEntity.ok(new GetConnectionRequestsResponse(requests, null));
    }

    private static ContactConnectionModel request(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID contact = row.getObject("contact_id", UUID.class);
        String name = row.getString("full_name");
        var summary = new ContactSummaryModel(
                contact, name, null, null, null, VIRTUAL_PERSON, null, null, null, null, null, null, null, null, false);
        return new ContactConnectionModel(
                null,
                id,
                summary,
                row.getObject("receiver_contact_role_id", UUID.class),
                row.getString("own_role"),
                contact,
                name,
                row.getObject("requestor_role_id", UUID.class),
                row.getString("asking_role"),
                null,
                PENDING,
                "Pending",
                true,
                true,
                row.getObject("since", OffsetDateTime.class),
                null,
                true,
                false);
    }
}
