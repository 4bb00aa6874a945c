/**
 * The search for a value that satisfies some schemas and violates others: questions and remembered answers, choices,
 * and the steps that may be taken.
 */
@NullMarked
package io.platformapi.compat.schema.search;

import org.jspecify.annotations.NullMarked;
