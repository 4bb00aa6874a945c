/**
 * An HTTP/1.1 server that clients can rely on and attackers cannot wear out, on Grizzly's sockets (decision 33). Server
 * and mock listen with it; it knows HTTP, as the contract's messages, and nothing of any API.
 *
 * <p>Downwards: {@link io.platformapi.grizzly.GrizzlyServer} listens; {@code Intake} brings what comes on a connection
 * to its {@code Conversation}, which reads a head ({@code HeadReader}), asks the
 * {@link io.platformapi.grizzly.RequestHandler}, reads the body ({@code BodyReader}), asks again and sends the answer
 * ({@code Answers}); {@code OpenConnections} knows them all, and who has to go.
 */
@NullMarked
package io.platformapi.grizzly;

import org.jspecify.annotations.NullMarked;
