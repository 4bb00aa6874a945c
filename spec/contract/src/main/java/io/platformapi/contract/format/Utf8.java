package io.platformapi.contract.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a body, which is UTF-8, with or without a byte order mark. */
final class Utf8 {

    private static final char REPLACEMENT = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8() {}

    /**
     * The text of a body.
     *
     * @throws MalformedBody with the place of the first byte that is not UTF-8
     */
    static String text(byte[] body) throws MalformedBody {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            refuseBadBytes(body);
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static void refuseBadBytes(byte[] body) throws MalformedBody {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer decoded = CharBuffer.allocate(body.length);
        ByteBuffer bytes = ByteBuffer.wrap(body);
        CoderResult result = decoder.decode(bytes, decoded, true);
        if (result.isError()) {
            String before = decoded.flip().toString();
            throw Places.malformed("the byte 0x%02X is not UTF-8".formatted(bytes.get()), before, before.length());
        }
    }
}
