package io.platformapi.mock.journal;

import io.platformapi.contract.http.Headers;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An entry of a journal from the bytes that {@link JournalWriter} has written. For one entry. */
final class JournalReader {

    private static final Validity[] VALIDITIES = Validity.values();
    private static final Direction[] DIRECTIONS = Direction.values();

    private final byte[] bytes;
    private int at;

    private JournalReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The entry of a number. */
    static JournalEntry read(long number, byte[] bytes) {
        JournalReader reader = new JournalReader(bytes);
        Instant at = Instant.ofEpochSecond(reader.number(), reader.number());
        Duration took = Duration.ofNanos(reader.number());
        Validity validity = VALIDITIES[(int) reader.number()];
        Direction direction = DIRECTIONS[(int) reader.number()];
        HttpRequest request =
                new HttpRequest(reader.text(), reader.text(), reader.text(), reader.headers(), reader.bytes());
        HttpResponse response = new HttpResponse((int) reader.number(), reader.headers(), reader.bytes());
        Optional<String> operation = reader.number() == 1 ? Optional.of(reader.text()) : Optional.empty();
        String why = reader.text();
        return new JournalEntry(
                number, at, request, response, operation, () -> why, validity, reader.violations(), took, direction);
    }

    private List<ViolationNote> violations() {
        List<ViolationNote> violations = new ArrayList<>();
        for (long left = number(); left > 0; left--) {
            violations.add(new ViolationNote(text(), text(), text(), text(), text(), text()));
        }
        return violations;
    }

    private Headers headers() {
        int left = fixed();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (; left > 0; left--) {
            fields.computeIfAbsent(text(), name -> new ArrayList<>()).add(text());
        }
        return Headers.of(fields);
    }

    private String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bytes() {
        int length = (int) number();
        byte[] some = new byte[length];
        System.arraycopy(bytes, at, some, 0, length);
        at += length;
        return some;
    }

    private long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    private int fixed() {
        int number = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            number |= (bytes[at++] & 0xFF) << 8 * i;
        }
        return number;
    }
}
