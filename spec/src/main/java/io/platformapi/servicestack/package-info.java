/**
 * What the Platform API does beyond OpenAPI, and the document it ships with.
 *
 * <p>{@link io.platformapi.servicestack.ServiceStackDialect} is the dialect that documents name by {@code x-dialect:
 * servicestack}; the library finds it as a service. It alone derives what the document leaves unwritten, reads and
 * binds as the platform does, and answers failures in its words. {@link io.platformapi.servicestack.Editions} are the
 * forms in which the {@link io.platformapi.servicestack.ShippedContract} is published.
 */
@NullMarked
package io.platformapi.servicestack;

import org.jspecify.annotations.NullMarked;
