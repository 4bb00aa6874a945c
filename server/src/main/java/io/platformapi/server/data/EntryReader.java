package io.platformapi.server.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.domain.ConnectionState;
import io.platformapi.domain.Contact;
import io.platformapi.domain.ContactRole;
import io.platformapi.domain.ContactType;
import io.platformapi.domain.Profile;
import io.platformapi.domain.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The way from lines to things, one line at a time. */
final class EntryReader {

    static final List<ConnectionState> OF_REQUESTS =
            List.of(ConnectionState.PENDING, ConnectionState.IGNORED, ConnectionState.CANCELLED);
    static final List<ConnectionState> OF_CONNECTIONS = List.of(ConnectionState.ACTIVE, ConnectionState.REMOVED);

    private static final int LONGEST_URL = 2000;

    private static final Map<String, Function<Fields, Entry>> KINDS = Map.of(
            "role", EntryReader::role,
            "contact", EntryReader::contact,
            "contactRole", EntryReader::contactRole,
            "request", fields -> connection(fields, OF_REQUESTS),
            "connection", fields -> connection(fields, OF_CONNECTIONS));

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The thing of a line; empty if something is wrong with it, which is told. */
    Optional<Entry> read(String line, Consumer<String> mistakes) {
        JsonNode node;
        try {
            node = mapper.readTree(line);
        } catch (JsonProcessingException e) {
            mistakes.accept("is no JSON: " + reason(e));
            return Optional.empty();
        }
        String kind = node.isObject() && node.size() == 1 ? node.fieldNames().next() : "";
        if (!KINDS.containsKey(kind) || !node.path(kind).isObject()) {
            mistakes.accept("expected an object with one member, which is role, contact, contactRole, request or"
                    + " connection, and an object itself");
            return Optional.empty();
        }
        var fields = new Fields(kind, node.path(kind));
        Entry entry = KINDS.get(kind).apply(fields);
        fields.mistakes().forEach(mistakes);
        return fields.mistakes().isEmpty() ? Optional.of(entry) : Optional.empty();
    }

    /** What the parser says, without where: a line has no lines. */
    private static String reason(JsonProcessingException failure) {
        return failure.getOriginalMessage().replaceFirst("(?s)(\n| \\(for | \\(start marker ).*", "");
    }

    private static Entry role(Fields fields) {
        return new Entry.OfRole(new Role(
                fields.id("id"),
                fields.text("name", 200),
                fields.flag("isLicensee"),
                fields.optionalText("imageUrl", LONGEST_URL),
                fields.optionalText("imageThumbnailUrl", LONGEST_URL),
                fields.optionalId("imageId")));
    }

    private static Entry contact(Fields fields) {
        return new Entry.OfContact(new Contact(
                fields.id("id"),
                fields.choice("type", List.of(ContactType.values())),
                fields.text("fullName", 200),
                fields.optionalAddress("emailAddress"),
                fields.optionalId("enteredBy"),
                profile(fields),
                fields.optionalMoment("lastAsked")));
    }

    private static Profile profile(Fields fields) {
        return new Profile(
                fields.optionalText("mobileNumber", 50),
                fields.optionalText("phoneNumber", 50),
                fields.optionalText("photoUrl", LONGEST_URL),
                fields.optionalText("photoThumbnailUrl", LONGEST_URL),
                fields.optionalText("description", 4000),
                fields.optionalText("industry", 200),
                fields.optionalText("occupation", 200),
                fields.optionalText("area", 200),
                fields.optionalText("timezone", 100),
                fields.optionalText("address", 500));
    }

    private static Entry contactRole(Fields fields) {
        return new Entry.OfContactRole(new ContactRole(
                fields.id("id"),
                fields.id("contact"),
                fields.id("role"),
                fields.optionalMoment("start"),
                fields.optionalMoment("end")));
    }

    private static Entry connection(Fields fields, List<ConnectionState> states) {
        return new Entry.OfConnection(
                fields.id("id"),
                fields.id("requestor"),
                fields.id("receiver"),
                fields.choice("state", states),
                fields.optionalId("suggester"),
                fields.moment("since"),
                fields.moment("lastSent"),
                fields.optionalAddress("addressee"));
    }
}
