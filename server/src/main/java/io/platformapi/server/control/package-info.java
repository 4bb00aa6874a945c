/** The way of commands into a server that has an embedded database open, for whoever may write to its folder. */
@NullMarked
package io.platformapi.server.control;

import org.jspecify.annotations.NullMarked;
