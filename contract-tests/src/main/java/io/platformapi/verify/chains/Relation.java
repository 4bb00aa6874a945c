package io.platformapi.verify.chains;

import java.io.IOException;

/** Something that answers must have to do with each other. */
@FunctionalInterface
interface Relation {

    /** Asks what it takes, and blames what does not fit together. */
    void follow(Scene scene) throws IOException;
}
