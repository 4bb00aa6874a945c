package io.platformapi.contract.source;

import java.net.URI;
import java.nio.file.Path;

/** What a document's references may load, beyond the document itself. */
public enum Access {
    /** Files below the document's own folder, or addresses of the document's own origin. */
    SAME_ORIGIN,
    /** Any file and any address: for documents one trusts. */
    ANYWHERE;

    /** Whether a reference from the document at {@code base} may load {@code target}. */
    boolean allows(URI base, URI target) {
        if (this == ANYWHERE) {
            return true;
        }
        return isFile(base)
                ? isFile(target)
                        && isBelow(Path.of(base).toAbsolutePath().normalize().getParent(), Path.of(target))
                : origin(base).equals(origin(target));
    }

    private static boolean isFile(URI uri) {
        return "file".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isBelow(Path folder, Path target) {
        return target.toAbsolutePath().normalize().startsWith(folder);
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
