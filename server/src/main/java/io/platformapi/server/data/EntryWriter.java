package io.platformapi.server.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.domain.Contact;
import io.platformapi.domain.ContactRole;
import io.platformapi.domain.Profile;
import io.platformapi.domain.Role;
import org.jspecify.annotations.Nullable;

/** The way from things to lines; what a thing does not have is left out. */
final class EntryWriter {

    private final ObjectMapper mapper = new ObjectMapper();

    /** The line of a thing, without an end. */
    String line(Entry entry) {
        ObjectNode line = mapper.createObjectNode();
        if (entry instanceof Entry.OfRole role) {
            write(line.putObject("role"), role.role());
        } else if (entry instanceof Entry.OfContact contact) {
            write(line.putObject("contact"), contact.contact());
        } else if (entry instanceof Entry.OfContactRole role) {
            write(line.putObject("contactRole"), role.role());
        } else if (entry instanceof Entry.OfConnection connection) {
            boolean isRequest = EntryReader.OF_REQUESTS.contains(connection.state());
            write(line.putObject(isRequest ? "request" : "connection"), connection);
        }
        return line.toString();
    }

    private static void write(ObjectNode object, Role role) {
        put(object, "id", role.id());
        put(object, "name", role.name());
        object.put("isLicensee", role.isLicensee());
        put(object, "imageUrl", role.imageUrl());
        put(object, "imageThumbnailUrl", role.imageThumbnailUrl());
        put(object, "imageId", role.imageId());
    }

    private static void write(ObjectNode object, Contact contact) {
        put(object, "id", contact.id());
        put(object, "type", contact.type());
        put(object, "fullName", contact.fullName());
        put(object, "emailAddress", contact.emailAddress());
        put(object, "enteredBy", contact.enteredBy());
        write(object, contact.profile());
        put(object, "lastAsked", contact.lastAsked());
    }

    private static void write(ObjectNode object, Profile profile) {
        put(object, "mobileNumber", profile.mobileNumber());
        put(object, "phoneNumber", profile.phoneNumber());
        put(object, "photoUrl", profile.photoUrl());
        put(object, "photoThumbnailUrl", profile.photoThumbnailUrl());
        put(object, "description", profile.description());
        put(object, "industry", profile.industry());
        put(object, "occupation", profile.occupation());
        put(object, "area", profile.area());
        put(object, "timezone", profile.timezone());
        put(object, "address", profile.address());
    }

    private static void write(ObjectNode object, ContactRole role) {
        put(object, "id", role.id());
        put(object, "contact", role.contactId());
        put(object, "role", role.roleId());
        put(object, "start", role.start());
        put(object, "end", role.end());
    }

    private static void write(ObjectNode object, Entry.OfConnection connection) {
        put(object, "id", connection.id());
        put(object, "requestor", connection.requestor());
        put(object, "receiver", connection.receiver());
        put(object, "state", connection.state());
        put(object, "suggester", connection.suggester());
        put(object, "since", connection.since());
        put(object, "lastSent", connection.lastSent());
        put(object, "addressee", connection.addressee());
    }

    private static void put(ObjectNode object, String name, @Nullable Object value) {
        if (value != null) {
            object.put(name, value.toString());
        }
    }
}
