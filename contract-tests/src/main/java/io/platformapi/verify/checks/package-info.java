/**
 * What can be wrong with an answer.
 *
 * <p>A {@link io.platformapi.verify.checks.Check} looks at one {@link io.platformapi.verify.checks.Exchange} and
 * returns its {@link io.platformapi.verify.checks.Failure}s; {@link io.platformapi.verify.checks.Checks} lists them
 * all. Ids of checks never change: reports and waivers name them.
 */
@NullMarked
package io.platformapi.verify.checks;

import org.jspecify.annotations.NullMarked;
