/**
 * What is known of a value of one type, and how to make a value of it: intervals and multiples, automata, items and
 * their places, members and their names. For what is inside, facts ask the search, which they know by what it answers
 * only.
 */
@NullMarked
package io.platformapi.compat.schema.facts;

import org.jspecify.annotations.NullMarked;
