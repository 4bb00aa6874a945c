package io.platformapi.verify.cases;

/**
 * How much to send.
 *
 * @param random made-up valid requests for each operation; each is also sent once broken
 * @param derived at most so many broken requests derived from examples, for each operation
 * @param seed where made-up values come from
 */
public record Budget(int random, int derived, long seed) {}
