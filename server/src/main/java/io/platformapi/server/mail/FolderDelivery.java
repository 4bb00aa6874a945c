package io.platformapi.server.mail;

import io.platformapi.domain.InvitationMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** Mail as files that every mail program reads, one a mail, named by its id. */
public final class FolderDelivery implements Delivery {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final Path folder;
    private final Letter letter;

    /** @param folder where the files go; it is made when there is the first */
    public FolderDelivery(Path folder, String from, AcceptLink link) {
        this.folder = folder;
        this.letter = new Letter(from, link);
    }

    @Override
    public void send(InvitationMail mail) {
        Path written = folder.resolve(mail.id() + ".part");
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(written)) {
                letter.of(mail, SESSION).writeTo(out);
            }
            Files.move(
                    written,
                    folder.resolve(mail.id() + ".eml"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | MessagingException e) {
            throw new Unsent(Unsent.Reason.AWAY, "no file can be written into " + folder, e);
        }
    }

    @Override
    public void rest() {}

    @Override
    public String toString() {
        return folder.toString();
    }
}
