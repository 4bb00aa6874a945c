package io.platformapi.servicestack;

import io.platformapi.contract.check.Part;
import io.platformapi.contract.check.Violation;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The e-mail addresses that the platform takes: mailboxes at a name of the public mail system (decision 0023).
 *
 * <p>RFC 5321 has more, which no mail server could be found for, such as {@code root@localhost}, or hardly any takes,
 * such as {@code "a b"@example.com}; the schema's {@code format: email} lets them pass.
 */
final class Mailboxes {

    /** Possessive, so that the stack does not grow with what is sent. */
    private static final Pattern AT_A_PUBLIC_NAME = Pattern.compile(
            "(?!\")[^@.]++(?:\\.[^@.]++)*+@(?:[A-Za-z0-9-]++\\.)++(?!(?:\\d++|localhost|invalid)$)[A-Za-z0-9-]++",
            Pattern.CASE_INSENSITIVE);

    private Mailboxes() {}

    /** What is wrong with an address that its schema finds nothing wrong with; empty for every other part. */
    static Optional<Violation> violation(Part part) {
        boolean refused = part.value().isTextual()
                && part.schema().format().equals("email")
                && !isPublic(part.value().textValue())
                && part.schema().faults(part.value()).isEmpty();
        return refused
                ? Optional.of(new Violation(
                        part.in(),
                        part.name(),
                        new Violation.Stricter(
                                "format-email", "an e-mail address that a mail server could take", part.value())))
                : Optional.empty();
    }

    static boolean isPublic(String address) {
        return AT_A_PUBLIC_NAME.matcher(address).matches();
    }
}
