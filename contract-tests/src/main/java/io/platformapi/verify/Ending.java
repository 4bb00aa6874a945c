package io.platformapi.verify;

/** Why the reading of an answer ended. */
enum Ending {
    /** It was all there. */
    WHOLE,
    /** It is a stream, of which enough was read. */
    STREAM,
    /** It took too long. */
    TIME,
    /** It was too large. */
    SIZE
}
