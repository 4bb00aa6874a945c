package io.platformapi.server.http;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.FailurePages;

/** Pages that somebody is told of: of requests that nobody could read, or that took too long. */
public final class WatchedPages implements FailurePages {

    private final FailurePages pages;
    private final Calls calls;

    public WatchedPages(FailurePages pages, Calls calls) {
        this.pages = pages;
        this.calls = calls;
    }

    @Override
    public HttpResponse page(int status, HttpRequest head) {
        return calls.begin(head, "").answered(pages.page(status, head));
    }
}
