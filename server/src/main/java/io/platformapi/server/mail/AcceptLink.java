package io.platformapi.server.mail;

import io.platformapi.contract.http.Percent;
import io.platformapi.domain.InvitationMail;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where somebody who is invited can answer.
 *
 * @param address a web address, in which {@code {address}} stands for the e-mail address and {@code {invitation}} for
 *     the mail's id; empty for none
 */
public record AcceptLink(String address) {

    /** No link: the mail says in words what to do. */
    public static final AcceptLink NONE = new AcceptLink("");

    /** Whether it is a web address, wherever it leads. */
    public boolean isValid() {
        try {
            URI uri = new URI(address.replace("{address}", "a").replace("{invitation}", "i"));
            return address.isEmpty()
                    || uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The link of one mail. */
    Optional<String> of(InvitationMail mail) {
        return Optional.of(address)
                .filter(any -> !any.isEmpty())
                .map(any -> any.replace("{invitation}", mail.id().toString())
                        .replace("{address}", Percent.encoded(mail.emailAddress())));
    }
}
