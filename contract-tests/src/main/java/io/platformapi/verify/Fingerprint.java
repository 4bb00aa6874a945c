package io.platformapi.verify;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.cases.Case;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A name for a sequence of requests: where it is the same, so were they; ids that a server makes up are part of it. */
final class Fingerprint {

    private static final int BYTES = 6;

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Takes a request; its header fields may hold credentials, and do not count. */
    void add(Case asked) {
        HttpRequest request = asked.request();
        digest.update(
                (asked.id() + " " + request.method() + " " + request.path() + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(request.body());
    }

    /** Twelve hexadecimal digits. */
    @Override
    public String toString() {
        try {
            byte[] sum = ((MessageDigest) digest.clone()).digest();
            return HexFormat.of().formatHex(sum, 0, BYTES);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e); // that of Java can be cloned
        }
    }
}
