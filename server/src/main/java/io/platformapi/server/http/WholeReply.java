package io.platformapi.server.http;

import io.platformapi.contract.http.HttpResponse;
import io.platformapi.grizzly.Pacing;
import io.platformapi.grizzly.PieceSource;
import io.platformapi.grizzly.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A reply that is made of an answer as a whole, also of one that comes in pieces.
 *
 * @param making makes what is sent of the answer
 * @param reply sends it
 */
record WholeReply(UnaryOperator<HttpResponse> making, Reply reply) implements Reply {

    @Override
    public void send(HttpResponse response, Wholeness wholeness, Pacing pacing) {
        reply.send(making.apply(response), wholeness, pacing);
    }

    @Override
    public void sendInPieces(HttpResponse begun, PieceSource source) {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(begun.body());
        try {
            for (Optional<byte[]> piece = source.next(); piece.isPresent(); piece = source.next()) {
                whole.writeBytes(piece.get());
            }
            reply.accept(making.apply(new HttpResponse(begun.status(), begun.headers(), whole.toByteArray())));
        } catch (IOException e) {
            reply.send(begun, Wholeness.RESET);
        } finally {
            source.close();
        }
    }
}
