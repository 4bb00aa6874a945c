/** The mail by which people who are not registered learn that they are invited. */
@NullMarked
package io.platformapi.server.mail;

import org.jspecify.annotations.NullMarked;
