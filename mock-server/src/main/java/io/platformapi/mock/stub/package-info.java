/**
 * One stub interface for each service of the document, generated in the build: whoever wants another answer than the
 * example overrides one method.
 */
@NullMarked
package io.platformapi.mock.stub;

import org.jspecify.annotations.NullMarked;
