package io.platformapi.contract;

import java.util.List;
import java.util.Map;

/**
 * One sufficient set of credentials; a request needs all of the set. An empty set lets everybody in.
 *
 * @param scopes the scopes needed of each scheme, by the scheme's name
 */
public record SecurityRequirement(Map<String, List<String>> scopes) {}
