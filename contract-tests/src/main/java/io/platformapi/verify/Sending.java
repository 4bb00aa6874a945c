package io.platformapi.verify;

import io.platformapi.contract.http.Methods;

/** Which requests may be sent. */
public enum Sending {
    /** Whatever is to be tried. */
    EVERYTHING,
    /** Those alone that mean to change nothing (RFC 9110, section 9.2.1). */
    SAFE_REQUESTS;

    /** Whether a request of a method may be sent; one of unknown name may do anything. */
    boolean allows(String method) {
        return this == EVERYTHING || Methods.isSafe(method);
    }
}
