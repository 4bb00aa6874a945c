/** The way to the API that a mock stands before; knows no document. */
@NullMarked
package io.platformapi.mock.proxy;

import org.jspecify.annotations.NullMarked;
