package io.platformapi.bench;

import io.platformapi.bench.api.InviteContactApi;
import io.platformapi.bench.model.AddContactResponse;
import io.platformapi.bench.model.InviteContact;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** An invitation of somebody by their e-mail address: the rows that our server makes of it, mail and audit included. */
@RestController
class InviteController implements InviteContactApi {

    private final JdbcTemplate jdbc;
    private final HttpServletRequest request;

    InviteController(JdbcTemplate jdbc, HttpServletRequest request) {
        this.jdbc = jdbc;
        this.request = request;
    }

    private record Own(UUID role, UUID roleId) {}

    @Override
    @Transactional
    public ResponseEntity<AddContactResponse> inviteContact(UUID contactId, InviteContact invitation, String format) {
        Caller caller = (Caller) request.getAttribute(Caller.ATTRIBUTE);
        if (!caller.contacts().contains(contactId)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        String inviter = jdbc.queryForObject("select full_name from contacts where id = ? for update", String.class, contactId);
        Own own = jdbc.query(
                        "select id, role_id from contact_roles where contact_id = ? and end_date is null",
                        (row, number) -> new Own(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        contactId)
                .get(0);
        UUID invited = invited(invitation.getEmailAddress(), contactId, now);
        List<String> roles = new ArrayList<>();
        List<String> changes = new ArrayList<>(List.of("contact " + invited));
        for (UUID role : invitation.getRoles()) {
            roles.add(jdbc.queryForObject("select name from roles where id = ?", String.class, role));
            ask(contactId, own, invited, role, invitation.getEmailAddress(), now, changes);
        }
        jdbc.update(
                "insert into outbox (id, address, inviter, roles, decided, due, tries, dead)"
                        + " values (?, ?, ?, ?, ?, ?, 0, false)",
                UUID.randomUUID(), invitation.getEmailAddress(), inviter, String.join("\n", roles), now, now);
        jdbc.update(
                "insert into audit (id, happened, client, operation, request_id, trace_id, changes)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(), now, caller.client(), "inviteContact", UUID.randomUUID().toString(), "",
                String.join("\n", changes));
        return ResponseEntity.ok(new AddContactResponse(invited, null));
    }

    private UUID invited(String address, UUID inviter, OffsetDateTime now) {
        String key = address.toLowerCase(Locale.ROOT);
        List<UUID> known = jdbc.queryForList("select id from contacts where email_key = ?", UUID.class, key);
        if (!known.isEmpty()) {
            jdbc.update("update contacts set last_asked = ? where id = ?", now, known.get(0));
            return known.get(0);
        }
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into contacts (id, type, full_name, email_address, email_key, entered_by, last_asked)"
                        + " values (?, 'VIRTUAL_PERSON', ?, ?, ?, ?, ?)",
                id, address, address, key, inviter, now);
        return id;
    }

    private void ask(
            UUID inviter, Own own, UUID invited, UUID role, String address, OffsetDateTime now, List<String> changes) {
        Integer asked = jdbc.queryForObject(
                "select count(*) from connections where requestor_contact_id = ? and receiver_contact_id = ?"
                        + " and receiver_role_id = ? and state in ('PENDING', 'IGNORED', 'ACTIVE')",
                Integer.class,
                inviter, invited, role);
        if (asked != null && asked > 0) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        UUID contactRole = UUID.randomUUID();
        jdbc.update(
                "insert into contact_roles (id, contact_id, role_id) values (?, ?, ?)", contactRole, invited, role);
        UUID connection = UUID.randomUUID();
        jdbc.update(
                "insert into connections (id, requestor_contact_id, requestor_contact_role_id, requestor_role_id,"
                        + " receiver_contact_id, receiver_contact_role_id, receiver_role_id, state, since, last_sent,"
                        + " addressee) values (?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?, ?)",
                connection, inviter, own.role(), own.roleId(), invited, contactRole, role, now, now, address);
        changes.add("contact role " + contactRole);
        changes.add("connection " + connection + " PENDING");
    }
}
