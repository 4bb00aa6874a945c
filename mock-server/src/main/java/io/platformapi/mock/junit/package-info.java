/** The mock in tests with JUnit, which whoever uses this brings along. */
@NullMarked
package io.platformapi.mock.junit;

import org.jspecify.annotations.NullMarked;
