/**
 * One question about schemas: are all values of this one values of that one?
 *
 * <p>It is asked as a search: is there a value that satisfies the one schema and violates the other? If the search ends
 * without a value there is none, and the answer is yes; a value is the witness of a no, after a validator that shares
 * no code with the search agreed; everything else is undecided, with the reason. There is no table of rules that
 * compares keywords.
 *
 * <ol>
 *   <li>{@code reading}: {@code SchemaCompiler} reads a schema of either dialect into a {@code Shape}.
 *   <li>{@code shape}: a {@code Shape} is a conjunction of {@code Assertion}s. {@code Identities} numbers shapes so
 *       that equal numbers mean equal demands, through circles of references. What both documents say alike ends there,
 *       which is why large documents with small changes are quick.
 *   <li>{@code search}: {@code Search} answers a {@code Query}, a set of {@code Literal}s (a shape, satisfied or
 *       violated), for each of the six types, remembers answers, and ends circles. {@code Premises} take literals
 *       apart. To violate a shape is to violate one of its assertions: a {@code Choice}, as {@code anyOf} is. What is
 *       no choice becomes {@code Facts} about the value. {@code Branch} asks the facts for a value before it makes a
 *       choice, and makes only choices that the value leaves open, so that the ways to violate the branches of a union
 *       are not multiplied.
 *   <li>{@code facts}: those of a type know when they contradict each other, and how to make a value; strings by the
 *       {@code language}s they are in.
 *   <li>{@code telling}: {@code Explanation} finds where the one schema fails to take in the other.
 *   <li>{@code Subsumption} has schemas of their own checked by a validator before it says no.
 * </ol>
 *
 * <p>Arrows run from later to earlier ones only, {@code facts} before {@code search}: {@code language}, {@code shape},
 * {@code reading}, {@code facts}, {@code search}, {@code telling}.
 *
 * <p>Refused: canonical forms with a subset rule for each pair of keywords, as jsonsubschema has them. Negation and
 * {@code anyOf} on the right leave canonical forms, and a rule that says no has no value to show.
 */
@NullMarked
package io.platformapi.compat.schema;

import org.jspecify.annotations.NullMarked;
