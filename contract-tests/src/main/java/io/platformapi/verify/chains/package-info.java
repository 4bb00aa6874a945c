/**
 * What is asked because of an answer: what was created is read, listed, changed and removed.
 *
 * <p>A {@link io.platformapi.verify.chains.Family} is what a document offers on one kind of resource. A {@code Scene}
 * holds the resources that are there, a {@link io.platformapi.verify.chains.Relation} asks on, and says what does not
 * fit together.
 */
@NullMarked
package io.platformapi.verify.chains;

import org.jspecify.annotations.NullMarked;
