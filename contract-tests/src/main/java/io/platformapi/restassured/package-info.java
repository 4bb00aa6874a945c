/**
 * The contract's checks for tests written with REST-assured.
 *
 * <p>The only package that knows REST-assured, which whoever uses it brings along.
 */
@NullMarked
package io.platformapi.restassured;

import org.jspecify.annotations.NullMarked;
