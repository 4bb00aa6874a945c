package io.platformapi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.Route;
import io.platformapi.contract.check.ResponseCheck;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.check.XmlSchemaCheck;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.servicestack.ShippedContract;
import io.platformapi.verify.HttpTarget;
import io.platformapi.verify.checks.Target;
import java.io.IOException;
import java.net.URI;

/**
 * An implementation that listens. It is asked by the JDK's own client as that comes, which offers HTTP/2 with each
 * first request, and each answer is held to the expanded contract: documented, and nothing beyond what is documented.
 */
final class Running implements Target, AutoCloseable {

    static final Contract CONTRACT = ShippedContract.read();

    /** A credential of the caller of the examples. */
    static final String CREDENTIAL = "Bearer demo";

    private static final ResponseCheck CHECK =
            new ResponseCheck(CONTRACT.dialect().bodies(), Undocumented.REFUSED);

    private static final XmlSchemaCheck XML = new XmlSchemaCheck(
            CONTRACT.dialect().xmlSchemas(CONTRACT), CONTRACT.dialect().bodies(), Undocumented.REFUSED);

    private final URI address;
    private final Runnable reset;
    private final Runnable stop;
    private final Target target;

    Running(URI address, Runnable reset, Runnable stop) {
        this.address = address;
        this.reset = reset;
        this.stop = stop;
        this.target = new HttpTarget(address);
    }

    URI address() {
        return address;
    }

    /** Puts the world of the examples back to its beginning. */
    void reset() {
        reset.run();
    }

    @Override
    public HttpResponse answer(HttpRequest request) throws IOException {
        HttpResponse answer = unchecked(request);
        if (CONTRACT.route(request) instanceof Route.Found found) {
            assertThat(CHECK.violations(found.operation(), request.method(), answer))
                    .as("%s %s: %d %s", request.method(), request.target(), answer.status(), answer.text())
                    .isEmpty();
            assertThat(XML.violations(found.operation(), answer))
                    .as("%s %s: %d %s", request.method(), request.target(), answer.status(), answer.text())
                    .isEmpty();
        }
        return answer;
    }

    /** An answer that the caller judges. */
    HttpResponse unchecked(HttpRequest request) throws IOException {
        return target.answer(request);
    }

    @Override
    public void close() {
        stop.run();
    }
}
