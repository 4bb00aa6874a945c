/**
 * The reader: a document becomes a {@link io.platformapi.contract.dialect.Contract}, with warnings of what is wrong in
 * it. Everything else of the library stands below and could be used on a contract made otherwise.
 */
@NullMarked
package io.platformapi.contract.reader;

import org.jspecify.annotations.NullMarked;
