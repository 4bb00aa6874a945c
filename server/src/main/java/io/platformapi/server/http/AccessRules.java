package io.platformapi.server.http;

import io.platformapi.domain.Authentication;

/**
 * Who may send how often.
 *
 * @param authentication tells who sends a request
 * @param rate how often a client may ask
 */
public record AccessRules(Authentication authentication, RateLimit rate) {}
