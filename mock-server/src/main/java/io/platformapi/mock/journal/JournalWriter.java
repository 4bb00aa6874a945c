package io.platformapi.mock.journal;

import io.platformapi.contract.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** An entry of a journal as bytes, which {@link JournalReader} reads. For one entry. */
final class JournalWriter {

    private static final int USUAL = 2048;

    private byte[] bytes = new byte[USUAL];
    private int length;

    private JournalWriter() {}

    /** The bytes of an entry, without its number. */
    static byte[] written(JournalEntry entry) {
        JournalWriter writer = new JournalWriter();
        writer.number(entry.at().getEpochSecond());
        writer.number(entry.at().getNano());
        writer.number(entry.took().toNanos());
        writer.number(entry.validity().ordinal());
        writer.number(entry.direction().ordinal());
        writer.text(entry.request().method());
        writer.text(entry.request().path());
        writer.text(entry.request().query());
        writer.headers(entry.request().headers());
        writer.bytes(entry.request().body());
        writer.number(entry.response().status());
        writer.headers(entry.response().headers());
        writer.bytes(entry.response().body());
        writer.number(entry.operation().isPresent() ? 1 : 0);
        entry.operation().ifPresent(writer::text);
        writer.text(entry.why().get());
        writer.violations(entry.violations());
        return Arrays.copyOf(writer.bytes, writer.length);
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

    private void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] more) {
        number(more.length);
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
