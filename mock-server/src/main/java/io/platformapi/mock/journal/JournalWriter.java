package io.platformapi.mock.journal;

import io.platformapi.contract.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Entries of a journal as bytes, which {@link JournalReader} reads: one after the other, for one thread. */
final class JournalWriter {

    private static final int USUAL = 2048;

    /** What is larger is not kept for the next entry. */
    private static final int LARGE = 1 << 16;

    private byte[] bytes = new byte[USUAL];
    private int length;

    /** The fields of a message as they are written; of a usual answer they are the same each time. */
    private record Fields(byte[] bytes) {

        static Fields of(Headers headers) {
            JournalWriter writer = new JournalWriter();
            writer.headers(headers);
            return new Fields(Arrays.copyOf(writer.bytes, writer.length));
        }
    }

    /** The bytes of the last entry, without its number, and behind them what others have left. */
    byte[] bytes() {
        return bytes;
    }

    /** How many bytes the last entry takes. */
    int length() {
        return length;
    }

    /** Writes an entry in the place of the last one. */
    void write(JournalEntry entry) {
        length = 0;
        if (bytes.length > LARGE) {
            bytes = new byte[USUAL];
        }
        number(entry.at().getEpochSecond());
        number(entry.at().getNano());
        number(entry.took().toNanos());
        number(entry.validity().ordinal());
        number(entry.direction().ordinal());
        text(entry.request().method());
        text(entry.request().path());
        text(entry.request().query());
        headers(entry.request().headers());
        bytes(entry.request().body());
        number(entry.response().status());
        append(entry.response().headers().kept(Fields.class, Fields::of).bytes());
        bytes(entry.response().body());
        number(entry.operation().isPresent() ? 1 : 0);
        entry.operation().ifPresent(this::text);
        text(entry.why().get());
        violations(entry.violations());
    }

    private void violations(List<ViolationNote> violations) {
        number(violations.size());
        for (ViolationNote violation : violations) {
            text(violation.in());
            text(violation.name());
            text(violation.pointer());
            text(violation.rule());
            text(violation.expected());
            text(violation.received());
        }
    }

    private void headers(Headers headers) {
        int begin = length;
        ensure(Integer.BYTES);
        length += Integer.BYTES;
        int[] count = {0};
        headers.forEach((name, value) -> {
            text(name);
            text(value);
            count[0]++;
        });
        fixed(begin, count[0]);
    }

    /** Most texts are in ASCII, of which each letter is a byte. */
    private void text(String text) {
        int begin = length;
        number(text.length());
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter > 0x7F) {
                length = begin;
                bytes(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[length++] = (byte) letter;
        }
    }

    private void bytes(byte[] more) {
        number(more.length);
        append(more);
    }

    private void append(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** Seven bits a byte, the lowest first; the highest bit says that there are more. */
    private void number(long number) {
        ensure(10);
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    private void fixed(int at, int number) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = (byte) (number >>> 8 * i);
        }
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
