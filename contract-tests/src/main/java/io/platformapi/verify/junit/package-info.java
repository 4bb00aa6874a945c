/**
 * A contract as tests of JUnit: {@link io.platformapi.verify.junit.Verify} makes one of each operation.
 *
 * <p>The only package of the tools that knows JUnit, which whoever uses it brings along.
 */
@NullMarked
package io.platformapi.verify.junit;

import org.jspecify.annotations.NullMarked;
