package io.platformapi.contract.schema;

import java.util.Optional;

/** The labels of internationalised host names as they are sent (RFC 3492); the JDK knows those of 2003 only. */
final class Punycode {

    private static final int BASE = 36;
    private static final int LEAST = 1;
    private static final int MOST = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE = 128;

    private Punycode() {}

    /** What a label without its {@code xn--} stands for; empty where it stands for nothing (section 6.2). */
    static Optional<String> decoded(String label) {
        int basic = label.lastIndexOf('-');
        StringBuilder text = new StringBuilder(label.substring(0, Math.max(0, basic)));
        int code = FIRST_CODE;
        int bias = FIRST_BIAS;
        long at = 0;
        for (int in = basic + 1; in < label.length(); ) {
            long before = at;
            long weight = 1;
            boolean more = true;
            for (int place = BASE; more; place += BASE) {
                int digit = in < label.length() ? Character.digit(letterFirst(label.charAt(in++)), BASE) : -1;
                at += digit * weight;
                if (digit < 0 || at > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                int threshold = Math.max(LEAST, Math.min(MOST, place - bias));
                weight *= BASE - threshold;
                more = digit >= threshold;
            }
            int size = text.codePointCount(0, text.length()) + 1;
            bias = bias(at - before, size, before == 0);
            code += (int) (at / size);
            at %= size;
            if (!Character.isValidCodePoint(code)) {
                return Optional.empty();
            }
            text.insert(text.offsetByCodePoints(0, (int) at++), Character.toString(code));
        }
        return Optional.of(text.toString());
    }

    /** Its digits are a to z, then 0 to 9; Java's are 0 to 9, then a to z. */
    private static char letterFirst(char digit) {
        int value = Character.digit(digit, BASE);
        return digit > 'z' || value < 0 ? '-' : Character.forDigit((value + MOST) % BASE, BASE);
    }

    private static int bias(long delta, int size, boolean first) {
        long left = first ? delta / DAMP : delta / 2;
        left += left / size;
        int bias = 0;
        while (left > (BASE - LEAST) * MOST / 2) {
            left /= BASE - LEAST;
            bias += BASE;
        }
        return bias + (int) ((BASE - LEAST + 1) * left / (left + SKEW));
    }
}
