/** HTTP messages as values, and the headers the contract reads (RFC 9110). No server, no client. */
@NullMarked
package io.platformapi.contract.http;

import org.jspecify.annotations.NullMarked;
