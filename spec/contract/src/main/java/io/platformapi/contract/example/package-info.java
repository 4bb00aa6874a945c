/**
 * Examples: values a document gives, and values made up from its schemas where it gives none.
 *
 * <p>A {@link io.platformapi.contract.example.Sampler} turns a schema into a value. A
 * {@link io.platformapi.contract.example.RequestExamples} finds the named example that a request repeats, so that the
 * response example of the same name can answer it.
 */
@NullMarked
package io.platformapi.contract.example;

import org.jspecify.annotations.NullMarked;
