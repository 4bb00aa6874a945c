package io.platformapi.contract;

import io.platformapi.contract.source.Node;

/**
 * A way to authenticate.
 *
 * @param name the component's name, by which requirements refer to it
 * @param type {@code apiKey}, {@code http}, {@code oauth2}, {@code openIdConnect} or {@code mutualTLS}
 * @param scheme the scheme of an {@code http} one in lower case, such as {@code bearer}; empty otherwise
 * @param in where an {@code apiKey} stands: {@code query}, {@code header} or {@code cookie}; empty otherwise
 * @param parameter the name of an {@code apiKey}'s parameter; empty otherwise
 * @param node where it is written, behind its reference
 */
public record SecurityScheme(String name, String type, String scheme, String in, String parameter, Node node) {}
