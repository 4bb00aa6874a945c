/**
 * From a document to shapes, and to plain schemas for the validator that has the last word. What the dialects of
 * OpenAPI and the directions of messages make of keywords is known here only.
 */
@NullMarked
package io.platformapi.compat.schema.reading;

import org.jspecify.annotations.NullMarked;
