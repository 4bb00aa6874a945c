/**
 * What to ask a server, so that its answers tell whether it keeps its contract.
 *
 * <p>A {@link io.platformapi.verify.cases.Case} is one request and what it must be answered with. Each source of cases
 * is a class of its own; {@link io.platformapi.verify.cases.Cases} lists them. An {@code RequestValues} holds the
 * values of a request, a {@code RequestWriter} spells them. Whether a request is valid is never guessed: the contract's
 * own reading and check decide, the same that the mock uses.
 */
@NullMarked
package io.platformapi.verify.cases;

import org.jspecify.annotations.NullMarked;
