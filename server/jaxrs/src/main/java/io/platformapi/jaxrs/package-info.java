/**
 * A JAX-RS server of any OpenAPI document: {@link io.platformapi.jaxrs.ContractServer} lets requests in by the
 * document, gives resources their values, and answers as the document says.
 */
@NullMarked
package io.platformapi.jaxrs;

import org.jspecify.annotations.NullMarked;
