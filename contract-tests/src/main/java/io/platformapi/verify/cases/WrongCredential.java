package io.platformapi.verify.cases;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Makes of a credential one that nobody was given. */
final class WrongCredential {

    private static final String NOBODYS = "nobodys-credential";

    private WrongCredential() {}

    /** Whether a credential holds nothing of one that somebody was given. */
    static boolean isNobodys(String credential) {
        return credential.equals(wrong(credential)) || credential.matches("(?i)|Bearer|Basic|Digest");
    }

    /** What is secret of a credential: all but the name of its scheme. */
    static String secret(String credential) {
        return credential.substring(scheme(credential).length());
    }

    /** Another one of the same scheme. */
    static String wrong(String credential) {
        String user = Base64.getEncoder().encodeToString("nobody:nothing".getBytes(StandardCharsets.UTF_8));
        return scheme(credential) + (scheme(credential).equalsIgnoreCase("Basic ") ? user : NOBODYS);
    }

    /** The same but for one sign in the middle. */
    static String altered(String credential) {
        String scheme = scheme(credential);
        String secret = credential.substring(scheme.length());
        int middle = secret.length() / 2;
        char other = middle < secret.length() && secret.charAt(middle) == 'x' ? 'y' : 'x';
        return secret.isEmpty()
                ? credential
                : scheme + secret.substring(0, middle) + other + secret.substring(middle + 1);
    }

    /** The same secret with its letters the other way, capital and small. */
    static String folded(String credential) {
        String scheme = scheme(credential);
        StringBuilder other = new StringBuilder(scheme);
        credential
                .substring(scheme.length())
                .chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(c -> other.append((char) c));
        return other.toString();
    }

    static String empty(String credential) {
        return scheme(credential).strip();
    }

    /** The same secret called something else; another one where it is called nothing, for it may do alone. */
    static String ofAnotherScheme(String credential) {
        String scheme = scheme(credential);
        return scheme.isEmpty()
                ? NOBODYS
                : (scheme.equalsIgnoreCase("Bearer ") ? "Basic " : "Bearer ") + credential.substring(scheme.length());
    }

    private static String scheme(String credential) {
        int space = credential.indexOf(' ');
        return space < 0 ? "" : credential.substring(0, space + 1);
    }
}
