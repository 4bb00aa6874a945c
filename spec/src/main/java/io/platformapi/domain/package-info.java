/**
 * What the operations of the Platform API mean: the rules, in plain Java, over a store and a mail service that others
 * bring.
 *
 * <p>A request is pending until it is accepted, cancelled or (as its receiver sees it) ignored; accepted, it is a
 * connection. Request and connection are one {@link io.platformapi.domain.Connection} under one id.
 * {@link io.platformapi.domain.Platform} has a method for each operation; whatever it will not do it says by a
 * {@link io.platformapi.domain.Refused}, and then nothing has changed.
 */
@NullMarked
package io.platformapi.domain;

import org.jspecify.annotations.NullMarked;
