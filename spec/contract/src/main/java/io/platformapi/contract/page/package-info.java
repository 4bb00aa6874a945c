/**
 * A contract for people: the pages that a browser gets of mock and server, from any document.
 * {@link io.platformapi.contract.page.ContractSite} knows which; each is whole in itself, without script and without a
 * further request.
 */
@NullMarked
package io.platformapi.contract.page;

import org.jspecify.annotations.NullMarked;
