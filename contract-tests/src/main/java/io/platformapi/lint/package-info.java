/**
 * The writing of a document: what a reader of any OpenAPI document may expect of it beyond that it can be read.
 *
 * <p>{@link io.platformapi.lint.Rules} is the table of what is looked for; a rule is added by adding a line there.
 */
@NullMarked
package io.platformapi.lint;

import org.jspecify.annotations.NullMarked;
