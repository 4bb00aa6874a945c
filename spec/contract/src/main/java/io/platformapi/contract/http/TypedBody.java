package io.platformapi.contract.http;

/**
 * The content of a message and what it is.
 *
 * @param type the media type, with the parameters that reading it needs, such as a boundary
 * @param bytes the content, whole. Not copied: whoever makes it hands its bytes over
 */
public record TypedBody(MediaType type, byte[] bytes) {}
