/**
 * What every request has in common, whatever it asks: routes, credentials, formats, checks and failures, all from the
 * contract. A resource sees one record and gives one record.
 */
@NullMarked
package io.platformapi.server.http;

import org.jspecify.annotations.NullMarked;
