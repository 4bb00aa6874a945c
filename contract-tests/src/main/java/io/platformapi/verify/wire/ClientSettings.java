package io.platformapi.verify.wire;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * How servers are reached.
 *
 * @param trust whom to trust over TLS; null for whom the machine trusts
 * @param proxies by way of whom to go; null for nobody
 */
public record ClientSettings(
        @Nullable SSLContext trust, @Nullable ProxySelector proxies) {

    /** As this machine reaches them: its authorities, and the proxy that its system properties name. */
    public static ClientSettings usual() {
        return new ClientSettings(null, ProxySelector.getDefault());
    }

    /** By way of one proxy. */
    public ClientSettings by(InetSocketAddress proxy) {
        return new ClientSettings(trust, ProxySelector.of(proxy));
    }

    /** Trusting somebody else. */
    public ClientSettings trusting(SSLContext trusted) {
        return new ClientSettings(trusted, proxies);
    }

    Optional<InetSocketAddress> proxy(URI origin) {
        return Optional.ofNullable(proxies).map(selector -> selector.select(origin)).stream()
                .flatMap(found -> found.stream())
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .map(proxy -> (InetSocketAddress) proxy.address())
                .filter(Objects::nonNull)
                .findFirst();
    }

    SSLSocketFactory sockets() {
        return trust == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : trust.getSocketFactory();
    }
}
