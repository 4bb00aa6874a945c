/** What all commands have in common on a terminal; knows no command. */
@NullMarked
package io.platformapi.console;

import org.jspecify.annotations.NullMarked;
