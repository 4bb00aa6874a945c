package io.platformapi.contract.layout;

import io.platformapi.contract.schema.Draft;
import java.net.URI;

/**
 * What the schemas around a place say of it.
 *
 * @param base the address that references start from
 * @param draft the edition of JSON Schema that it is written in
 */
record Surroundings(URI base, Draft draft) {}
