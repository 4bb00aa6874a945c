/**
 * Dialects: what an API does beyond what OpenAPI says.
 *
 * <p>A {@link io.platformapi.contract.dialect.Dialect} alone decides which formats are spoken and how one is chosen,
 * how requests are read and bound, whether letter case matters in paths, what a failure looks like and which operations
 * a document leaves unwritten. {@link io.platformapi.contract.dialect.OpenApiDialect} is plain OpenAPI;
 * {@link io.platformapi.contract.dialect.ServiceStackDialect} is the platform, named by {@code x-dialect:
 * servicestack}. Nothing else asks which document it has.
 */
@NullMarked
package io.platformapi.contract.dialect;

import org.jspecify.annotations.NullMarked;
