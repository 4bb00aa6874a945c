/**
 * A Grizzly server that clients can rely on: cures for what Grizzly 4.0.2 does with HTTP/2 offers, slow bodies,
 * malformed requests and its own error pages, whose words a contract gives. Compiled into server and mock alike.
 */
@NullMarked
package io.platformapi.grizzly;

import org.jspecify.annotations.NullMarked;
