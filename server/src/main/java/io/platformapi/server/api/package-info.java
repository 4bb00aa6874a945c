/**
 * One interface for each service of the document, generated in the build: a method an operation, a record in and a
 * record out. What implements them stands in {@code resource}.
 */
@NullMarked
package io.platformapi.server.api;

import org.jspecify.annotations.NullMarked;
