package io.platformapi.server.admin;

import io.platformapi.server.store.DeadLetters;
import java.util.Optional;
import java.util.function.Supplier;

/** What operators are told of mail that was given up, and how to see it; nothing as long as none is. */
public final class MailNotice implements Supplier<Optional<String>> {

    private final Recent<Long> number;

    public MailNotice(DeadLetters letters) {
        this.number = new Recent<>(letters::count);
    }

    @Override
    public Optional<String> get() {
        double letters = number.map(count -> count);
        return letters > 0 // also not while nobody can tell
                ? Optional.of((long) letters + (letters == 1 ? " mail was" : " mails were")
                        + " given up; the command mail list says which and why")
                : Optional.empty();
    }
}
