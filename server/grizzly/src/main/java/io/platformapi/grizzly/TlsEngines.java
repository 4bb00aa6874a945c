package io.platformapi.grizzly;

import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;

/** Makes what encrypts a connection, each time by the certificate that there is then. Safe for many threads. */
final class TlsEngines extends SSLEngineConfigurator {

    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final Supplier<SSLContext> certificates;

    TlsEngines(Supplier<SSLContext> certificates) {
        this.certificates = certificates;
    }

    @Override
    public SSLEngine createSSLEngine() {
        SSLEngine engine = certificates.get().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(VERSIONS);
        return engine;
    }

    @Override
    public SSLEngine createSSLEngine(String host, int port) {
        return createSSLEngine();
    }

    @Override
    public SSLEngineConfigurator copy() {
        return this;
    }
}
