/** The database: contacts, roles and connections for the rules, and the keys by which clients are known. */
@NullMarked
package io.platformapi.server.store;

import org.jspecify.annotations.NullMarked;
