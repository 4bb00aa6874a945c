package io.platformapi.mock;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.UnreadableDocument;

/** Keeps a mock at the state of its document's files (decision 70). */
final class Reloading {

    private static final long PAUSE_MILLIS = 200;

    private final WatchedDocument document;
    private final Served mock;
    private final Notices notices;

    Reloading(WatchedDocument document, Served mock, Notices notices) {
        this.document = document;
        this.mock = mock;
        this.notices = notices;
    }

    /** Watches the files until the thread is interrupted. */
    void goOn() throws InterruptedException {
        while (true) {
            Thread.sleep(PAUSE_MILLIS);
            if (document.hasChanged()) {
                reload();
            }
        }
    }

    private void reload() {
        Contract before = mock.contract();
        try {
            Contract now = document.read();
            mock.serve(now);
            notices.reloaded(now, before);
        } catch (UnreadableDocument e) {
            notices.kept(before, e.getMessage());
        } catch (RuntimeException e) { // a fault of ours must not end the watch
            notices.kept(before, "the document cannot be read: " + e);
        }
    }
}
