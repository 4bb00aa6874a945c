/**
 * Reads Swagger 2.0: a tree goes in, the tree of the OpenAPI 3.0 document that says the same comes out. Whatever it
 * makes remembers where it comes from, so that messages about a 2.0 document give its lines.
 */
@NullMarked
package io.platformapi.contract.swagger;

import org.jspecify.annotations.NullMarked;
