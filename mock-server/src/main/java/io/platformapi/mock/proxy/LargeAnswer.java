package io.platformapi.mock.proxy;

import java.io.IOException;

/** An answer that is larger than is taken. */
final class LargeAnswer extends IOException {

    private static final long serialVersionUID = 1;

    LargeAnswer(int most) {
        super("its answer is larger than " + most + " bytes");
    }
}
