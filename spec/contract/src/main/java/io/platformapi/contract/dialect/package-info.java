/**
 * Contracts and their dialects: what an API does beyond what OpenAPI says.
 *
 * <p>The {@link io.platformapi.contract.dialect.Dialect} of a {@link io.platformapi.contract.dialect.Contract} alone
 * decides which formats are spoken and how one is chosen, how requests are read and bound, whether letter case matters
 * in paths, what a failure looks like and which operations a document leaves unwritten. Plain OpenAPI is one; others
 * are found as services, by the name in {@code x-dialect}. Nothing else asks which document it has.
 */
@NullMarked
package io.platformapi.contract.dialect;

import org.jspecify.annotations.NullMarked;
