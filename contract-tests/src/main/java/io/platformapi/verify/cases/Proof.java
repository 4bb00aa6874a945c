package io.platformapi.verify.cases;

import io.platformapi.contract.http.HttpRequest;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Requests that tell why a valid one was refused: for its shape, or for what it names.
 *
 * <p>A document says which currencies look right, not which there are. That a server refuses {@code XQZ} tells of its
 * currencies; that it takes {@code PO-4711} and {@code PO-83022}, and neither {@code PO-47110815} nor
 * {@code PO-83022471}, tells that it has another pattern in mind.
 *
 * @param usual those that look like the accepted one: if one of them does not succeed, the refusal tells nothing
 * @param alike those that look like the refused one: if one of them is not refused, the refusal tells nothing
 */
public record Proof(List<HttpRequest> usual, List<HttpRequest> alike) {

    static final Proof NONE = new Proof(List.of(), List.of());

    public Proof {
        usual = List.copyOf(usual);
        alike = List.copyOf(alike);
    }

    /** The same of other requests. */
    Proof of(UnaryOperator<HttpRequest> way) {
        return new Proof(
                usual.stream().map(way).toList(), alike.stream().map(way).toList());
    }
}
