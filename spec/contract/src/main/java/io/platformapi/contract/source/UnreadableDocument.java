package io.platformapi.contract.source;

import java.util.Objects;

/** A document that cannot be read: not there, not YAML or JSON, not OpenAPI, or with a reference that leads nowhere. */
public final class UnreadableDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;
    private final String problem;

    /**
     * @param place where the problem stands
     * @param problem what is wrong and what would be right, as a sentence without the place
     */
    public UnreadableDocument(Place place, String problem) {
        super(place + ": " + problem);
        this.place = place;
        this.problem = problem;
    }

    public Place place() {
        return place;
    }

    public String problem() {
        return problem;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
