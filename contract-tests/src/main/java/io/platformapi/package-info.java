/** The contract tests as a program: {@code verify}, {@code compat} and {@code lint} behind one command. */
@NullMarked
package io.platformapi;

import org.jspecify.annotations.NullMarked;
