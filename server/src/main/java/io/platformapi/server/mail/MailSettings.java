package io.platformapi.server.mail;

import io.platformapi.server.store.Database;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;

/**
 * How invitations are sent.
 *
 * @param account an account at an SMTP server; one without a host for none
 * @param folder where mail goes as files if there is no account; empty for beside the database
 * @param from the address that mail comes from
 * @param link where somebody who is invited can answer
 */
public record MailSettings(SmtpAccount account, String folder, String from, AcceptLink link) {

    /** Whether mail can come from the address. */
    public boolean hasSender() {
        try {
            new InternetAddress(from, true);
            return from.indexOf('@') > 0;
        } catch (AddressException e) {
            return false;
        }
    }

    /** The way out of mail that was decided in a database. */
    public Delivery delivery(Database.Address database) {
        if (!account.host().isEmpty()) {
            return new SmtpDelivery(account, from, link);
        }
        if (folder.isEmpty() && database.isInMemory()) {
            return new LoggedDelivery();
        }
        Path beside = database.folder().orElse(Path.of("")).resolve("mail");
        return new FolderDelivery(folder.isEmpty() ? beside : Path.of(folder), from, link);
    }
}
