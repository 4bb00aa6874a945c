package io.platformapi.verify;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why no answer came, in words. */
final class Silence {

    private Silence() {}

    /** What a client threw, as what it means. */
    static IOException of(IOException fault) {
        if (isCausedBy(fault, UnknownHostException.class)) {
            return new UnknownHostException("no address is known by its name");
        }
        if (isCausedBy(fault, SSLException.class)) {
            return new SSLException(
                    (isDistrust(fault) ? "its certificate is not trusted (" : "there is no TLS with it (") + root(fault)
                            + ")",
                    fault);
        }
        return fault;
    }

    /** Whether nobody is there, as opposed to somebody who does not answer this request. */
    static boolean isNobody(IOException silence) {
        return silence instanceof ConnectException || silence instanceof UnknownHostException;
    }

    /** Whether the two did not agree on how to talk in secret. */
    static boolean isInsecure(IOException silence) {
        return isCausedBy(silence, SSLException.class);
    }

    /** Why a server is not reached at all, and what to do about it where that is known. */
    static String advised(IOException silence) {
        if (!isInsecure(silence)) {
            return message(silence);
        }
        return isDistrust(silence)
                ? message(silence) + "; name who vouches for it by --cacert FILE, or take any by --insecure"
                : message(silence) + "; is it an http:// address?";
    }

    private static boolean isDistrust(Throwable fault) {
        return isCausedBy(fault, CertificateException.class) || isCausedBy(fault, CertPathBuilderException.class);
    }

    static String message(Throwable fault) {
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }

    private static String root(Throwable fault) {
        return Stream.iterate(fault, each -> each != null, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .map(Silence::message)
                .orElse("");
    }

    private static boolean isCausedBy(Throwable fault, Class<? extends Throwable> kind) {
        return Stream.iterate(fault, each -> each != null, Throwable::getCause).anyMatch(kind::isInstance);
    }
}
