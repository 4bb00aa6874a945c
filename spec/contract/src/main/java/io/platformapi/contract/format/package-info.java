/**
 * Formats: how a value is spelled in bytes, led by its schema.
 *
 * <p>Every {@link io.platformapi.contract.format.Format} turns bytes into a Jackson tree and a tree into bytes. The
 * tree is the one shape everything else works on: a request in XML is checked by the same code as one in JSON. Which
 * formats an API speaks, and by which names, stands in the {@link io.platformapi.contract.format.MessageFormats} of its
 * dialect.
 */
@NullMarked
package io.platformapi.contract.format;

import org.jspecify.annotations.NullMarked;
