package io.platformapi.contract.format;

/** How strictly a body is read. */
public enum Reading {
    /** As a server reads what clients send: leniently, within what the dialect allows. */
    REQUEST,
    /** As a test reads what a server sends: exactly as documented. */
    RESPONSE
}
