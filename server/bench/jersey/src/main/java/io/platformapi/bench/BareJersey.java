package io.platformapi.bench;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** A Jersey server that answers the bytes of two files, whatever it is asked: PORT GET-FILE POST-FILE. */
public final class BareJersey {

    private BareJersey() {}

    /** What is answered to whom. */
    @Path("{any: .*}")
    public static final class Answers {

        private final byte[] read;
        private final byte[] sent;

        Answers(byte[] read, byte[] sent) {
            this.read = read;
            this.sent = sent;
        }

        @GET
        @Produces("application/json")
        public byte[] read() {
            return read;
        }

        @POST
        @Produces("application/json")
        public byte[] sent(byte[] body) {
            return sent;
        }
    }

    public static void main(String[] arguments) throws IOException {
        var answers = new Answers(
                Files.readAllBytes(java.nio.file.Path.of(arguments[1])),
                Files.readAllBytes(java.nio.file.Path.of(arguments[2])));
        GrizzlyHttpServerFactory.createHttpServer(
                URI.create("http://127.0.0.1:" + arguments[0] + "/"), new ResourceConfig().register(answers));
    }
}
