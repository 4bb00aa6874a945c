package io.platformapi.mock.journal;

/** Who sent a request. */
public enum Direction {
    /** A client, and the mock answered. */
    RECEIVED,
    /** The mock, as the API does by itself: a callback or a webhook. */
    SENT
}
