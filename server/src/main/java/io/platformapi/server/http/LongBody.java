package io.platformapi.server.http;

import io.platformapi.contract.format.OpenList;
import io.platformapi.domain.Page;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A body whose list is too long to be held: it is read and written page by page, each page as if it were the whole
 * answer, and of each only those items are sent. For one thread at a time.
 */
final class LongBody {

    private final Function<Object, OpenList> writing;
    private final byte[] begun;
    private boolean hasItems;
    private @Nullable Supplier<? extends Page<?>> next;

    /**
     * @param first the answer of the first page
     * @param next gives the page after it
     * @param writing writes the answer of a page
     */
    LongBody(Object first, Supplier<? extends Page<?>> next, Function<Object, OpenList> writing) {
        OpenList open = writing.apply(first);
        var out = new ByteArrayOutputStream();
        out.writeBytes(open.before());
        add(open, out);
        this.writing = writing;
        this.begun = out.toByteArray();
        this.next = next;
    }

    /** What there is of it already. */
    byte[] begun() {
        return begun;
    }

    /** The next piece; empty at the end. */
    Optional<byte[]> piece() {
        if (next == null) {
            return Optional.empty();
        }
        Page<?> page = next.get();
        OpenList open = writing.apply(page.answer());
        var out = new ByteArrayOutputStream();
        add(open, out);
        next = page.next().orElse(null);
        if (next == null) {
            out.writeBytes(open.after());
        }
        return Optional.of(out.toByteArray());
    }

    private void add(OpenList open, ByteArrayOutputStream out) {
        if (open.items().length > 0) {
            out.writeBytes((hasItems ? open.separator() : "").getBytes(StandardCharsets.UTF_8));
            out.writeBytes(open.items());
            hasItems = true;
        }
    }
}
