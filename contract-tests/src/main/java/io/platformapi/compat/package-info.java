/**
 * Tells whether a change of a contract breaks its clients, and proves it.
 *
 * <p>{@link io.platformapi.compat.Compatibility} compares two editions; {@link io.platformapi.compat.CompatCommand} is
 * its command. Whether a schema change breaks is decided in {@link io.platformapi.compat.schema} and nowhere else; here
 * are the parts of messages, which way they go, and how a finding is told.
 */
@NullMarked
package io.platformapi.compat;

import org.jspecify.annotations.NullMarked;
