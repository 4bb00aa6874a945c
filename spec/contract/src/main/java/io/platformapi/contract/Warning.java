package io.platformapi.contract;

import io.platformapi.contract.source.Place;

/**
 * Something in a document that is wrong, but does not keep it from being served.
 *
 * @param place where it stands
 * @param rule the rule it breaks, in kebab-case; never changes its meaning
 * @param message what is wrong and what would be right
 */
public record Warning(Place place, String rule, String message) {

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
