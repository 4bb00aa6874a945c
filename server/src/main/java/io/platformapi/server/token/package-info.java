/** Signed tokens of an identity provider as credentials. */
@NullMarked
package io.platformapi.server.token;

import org.jspecify.annotations.NullMarked;
