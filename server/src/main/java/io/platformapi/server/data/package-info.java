/** What the database holds as lines of a file, and back: each line is one thing in JSON. */
@NullMarked
package io.platformapi.server.data;

import org.jspecify.annotations.NullMarked;
