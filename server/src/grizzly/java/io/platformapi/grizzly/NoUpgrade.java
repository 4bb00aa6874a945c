package io.platformapi.grizzly;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpEvents.IncomingHttpUpgradeEvent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.util.Header;

/**
 * A filter that declines every offer to change the protocol, which a server may (RFC 9110, section 7.8).
 *
 * <p>Left alone, Grizzly stops looking at the length of a request that offers HTTP/2, as the JDK's client does by
 * default, and waits for an end of the body that never comes.
 */
final class NoUpgrade extends BaseFilter {

    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
        if (!(event instanceof IncomingHttpUpgradeEvent offer)
                || !offer.getHttpHeader().isRequest()) {
            return context.getInvokeAction();
        }
        HttpHeader request = offer.getHttpHeader();
        request.setIgnoreContentModifiers(false);
        request.getUpgradeDC().recycle(); // isUpgrade() is then false, and the connection is kept
        request.getHeaders().removeHeader(Header.Upgrade);
        return context.getStopAction();
    }
}
