/**
 * The Platform API's server: {@link io.platformapi.server.PlatformServer} puts the contract, the resources and a store
 * together and listens.
 */
@NullMarked
package io.platformapi.server;

import org.jspecify.annotations.NullMarked;
