/** Mock and tools as one program; knows each of them, and nothing knows it. */
@NullMarked
package io.platformapi.program;

import org.jspecify.annotations.NullMarked;
