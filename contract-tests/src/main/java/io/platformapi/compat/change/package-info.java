/** What is written differently in two schemas, and how it is told. It judges nothing; {@code compat.schema} does. */
@NullMarked
package io.platformapi.compat.change;

import org.jspecify.annotations.NullMarked;
