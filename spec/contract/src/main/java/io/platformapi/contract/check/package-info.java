/**
 * Checks messages against the contract.
 *
 * <p>A dialect binds a request: each value the contract knows becomes a {@link io.platformapi.contract.check.Part} with
 * its place, its schema and the tree that was read. {@link io.platformapi.contract.check.RequestCheck} then finds every
 * {@link io.platformapi.contract.check.Violation} at once. Both are stages of
 * {@link io.platformapi.contract.admission.Admission}, the one way in of mock, server and tests; its end may be a
 * {@link io.platformapi.contract.check.Refusal}, which the dialect answers.
 * {@link io.platformapi.contract.check.ResponseCheck} does the same for answers.
 */
@NullMarked
package io.platformapi.contract.check;

import org.jspecify.annotations.NullMarked;
