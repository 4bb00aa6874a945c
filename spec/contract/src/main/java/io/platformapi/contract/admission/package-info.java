/**
 * The one way in, of mock, server and tests: {@link io.platformapi.contract.admission.Admission} leads a request
 * through stages, each the only way to the next, and ends in a request that nothing is wrong with or in a refusal.
 * {@link io.platformapi.contract.admission.ContractPages} refuses what is no request yet.
 */
@NullMarked
package io.platformapi.contract.admission;

import org.jspecify.annotations.NullMarked;
