package io.platformapi.grizzly;

import io.platformapi.contract.http.HttpResponse;
import java.io.IOException;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;

/** Grizzly's HTTP codec, with a page of ours for every request that it cannot parse, and the status that says why. */
final class FailureCodec extends HttpServerFilter {

    private static final HttpStatus HEADERS_TOO_LARGE =
            HttpStatus.newHttpStatus(431, "Request Header Fields Too Large");

    private final FailurePages pages;

    @SuppressWarnings("deprecation") // Grizzly itself makes its codec by this constructor, with the same null
    FailureCodec(NetworkListener listener, FailurePages pages) {
        super(
                listener.isChunkingEnabled(),
                listener.getMaxHttpHeaderSize(),
                null,
                listener.getKeepAlive(),
                null,
                listener.getMaxRequestHeaders(),
                listener.getMaxResponseHeaders());
        this.pages = pages;
        setAllowPayloadForUndefinedHttpMethods(true);
    }

    @Override
    public NextAction handleWrite(FilterChainContext context) throws IOException {
        if (context.getMessage() instanceof HttpPacket packet
                && packet.getHttpHeader() instanceof HttpResponsePacket response
                && !response.isCommitted()) {
            response.setReasonPhrase(ReasonPhrases.of(response.getStatus()));
        }
        return super.handleWrite(context);
    }

    /** Says where a 205 ends (RFC 9110, section 15.3.6), once Grizzly has taken its length away as that of a 204. */
    @Override
    protected void onInitialLineEncoded(HttpHeader header, FilterChainContext context) {
        super.onInitialLineEncoded(header, context);
        if (header instanceof HttpResponsePacket response && response.getStatus() == 205) {
            response.getHeaders().setValue(Header.ContentLength).setString("0");
        }
    }

    @Override
    protected void onHttpHeaderError(HttpHeader header, FilterChainContext context, Throwable cause)
            throws IOException {
        HttpResponsePacket response = ((HttpRequestPacket) header).getResponse();
        if (response.getStatus() < 400) {
            statusOf(cause).setValues(response);
        }
        super.onHttpHeaderError(header, context, cause);
    }

    /** Grizzly tells its reasons apart only by their texts, the misspelt one included. */
    private static HttpStatus statusOf(Throwable cause) {
        String reason = String.valueOf(cause.getMessage());
        if (reason.contains("intial line is too large")) {
            return HttpStatus.REQUEST_URI_TOO_LONG_414;
        }
        boolean headers = reason.contains("header is too large")
                || cause.getClass().getSimpleName().equals("MaxHeaderCountExceededException");
        return headers ? HEADERS_TOO_LARGE : HttpStatus.BAD_REQUEST_400;
    }

    @Override
    protected HttpContent customizeErrorResponse(HttpResponsePacket response) {
        // without a protocol, as after a request line that was cut off, Grizzly would send no headers at all
        response.getRequest().setProtocol(Protocol.HTTP_1_1);
        response.setProtocol(Protocol.HTTP_1_1);
        HttpResponse page = pages.page(response.getStatus(), Heads.UNREADABLE);
        return packet(response, page);
    }

    /** A whole response packet with the page as its content. */
    static HttpContent packet(HttpResponsePacket response, HttpResponse page) {
        page.headers().forEach(response::setHeader);
        response.setReasonPhrase(ReasonPhrases.of(response.getStatus()));
        response.setContentLength(page.body().length);
        return HttpContent.builder(response)
                .content(Buffers.wrap(null, page.body()))
                .last(true)
                .build();
    }
}
