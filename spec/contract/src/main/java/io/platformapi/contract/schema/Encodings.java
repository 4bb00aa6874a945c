package io.platformapi.contract.schema;

import java.util.Base64;

/** The formats of bytes that are written as text (RFC 4648, sections 4 and 5). */
final class Encodings {

    private Encodings() {}

    static boolean isBase64(String text) {
        return text.length() % 4 == 0 && decodes(Base64.getDecoder(), text);
    }

    static boolean isBase64Url(String text) {
        return decodes(Base64.getUrlDecoder(), text);
    }

    private static boolean decodes(Base64.Decoder decoder, String text) {
        try {
            decoder.decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
