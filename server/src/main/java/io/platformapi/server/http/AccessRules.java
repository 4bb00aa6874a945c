package io.platformapi.server.http;

import io.platformapi.domain.Authentication;

/**
 * Who may send how often.
 *
 * @param authentication tells who sends a request
 * @param rate how often a client may ask
 * @param failures how often an address may show a credential that is none
 */
public record AccessRules(Authentication authentication, RateLimit rate, FailedLogins failures) {}
