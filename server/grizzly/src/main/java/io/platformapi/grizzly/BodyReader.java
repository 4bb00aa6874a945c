package io.platformapi.grizzly;

/** Finds the end of one body, and hands on what comes before it. For one thread at a time. */
interface BodyReader {

    /** Where a body goes. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes the next bytes of the input.
         *
         * @throws Unreadable 413 if they are more than it takes
         */
        void take(Input input, int count) throws Unreadable;
    }

    /**
     * The reader of the body that a head announces.
     *
     * @param most the largest that is read
     */
    static BodyReader of(Head head, long most, int headBytes) {
        return head.bodyLength() == Head.UNKNOWN ? new Chunks(most, headBytes) : new Sized(head.bodyLength());
    }

    /**
     * Takes what has come of the body.
     *
     * @return whether it is whole
     * @throws Unreadable if it is none
     */
    boolean read(Input input, Sink sink) throws Unreadable;

    /** Lets the body be as large as it is; after 413, too, the reading goes on where it was. */
    void grow();

    /** A body of a known length. */
    final class Sized implements BodyReader {

        private long left;

        private Sized(long length) {
            this.left = length;
        }

        @Override
        public boolean read(Input input, Sink sink) throws Unreadable {
            int count = (int) Math.min(left, input.size());
            sink.take(input, count);
            left -= count;
            return left == 0;
        }

        @Override
        public void grow() {
            // its length is known, and nobody asked for less
        }
    }
}
