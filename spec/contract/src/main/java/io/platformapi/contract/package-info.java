/**
 * What an OpenAPI document describes, as immutable values: {@link io.platformapi.contract.Operation operations} with
 * their {@link io.platformapi.contract.Parameter parameters}, bodies, responses and headers, and the
 * {@link io.platformapi.contract.Router} that finds the operation of a path. Each knows its place in the document.
 *
 * <p>{@link io.platformapi.contract.reader.ContractReader} makes them; together, with the dialect they are spoken in,
 * they are a {@link io.platformapi.contract.dialect.Contract}.
 */
@NullMarked
package io.platformapi.contract;

import org.jspecify.annotations.NullMarked;
