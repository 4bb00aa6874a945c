/**
 * What operators ask a running server, on a port of their own: whether it lives, whether it is ready, what it has done.
 */
@NullMarked
package io.platformapi.server.admin;

import org.jspecify.annotations.NullMarked;
