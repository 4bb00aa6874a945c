package io.platformapi.contract.check;

import io.platformapi.contract.In;
import io.platformapi.contract.Operation;
import io.platformapi.contract.body.Bodies;
import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds XML responses to the XML Schemas of a contract, by the validator of the JDK: a second opinion beside
 * {@link ResponseCheck}, by a program that knows nothing of ours.
 *
 * <p>Every response keeps a contract whose dialect has no XML Schemas. These know no members beyond those documented:
 * where such are allowed, a response that has some is not held to them. Immutable and thread-safe.
 */
public final class XmlSchemaCheck {

    private final Optional<XmlValidation> validation;
    private final Undocumented undocumented;
    private final ResponseCheck closed;

    /**
     * A check.
     *
     * @param schemas the XML Schemas of the contract, by file name; none if it has none
     * @param bodies how the contract's bodies are read
     * @param undocumented what becomes of members beyond those documented
     */
    public XmlSchemaCheck(Map<String, String> schemas, Bodies bodies, Undocumented undocumented) {
        this.validation = schemas.isEmpty() ? Optional.empty() : Optional.of(XmlValidation.of(schemas));
        this.undocumented = undocumented;
        this.closed = new ResponseCheck(bodies, Undocumented.REFUSED);
    }

    /** Everything the XML Schemas say is wrong with a response; empty if nothing is, or if it is no documented XML. */
    public List<Violation> violations(Operation operation, HttpResponse answer) {
        if (validation.isEmpty()
                || !isXml(answer)
                || operation.response(answer.status()).isEmpty()) {
            return List.of();
        }
        List<Violation.Xsd> faults = validation.get().faults(answer.body());
        return faults.isEmpty() || isBeyond(operation, answer)
                ? List.of()
                : faults.stream()
                        .map(fault -> new Violation(In.BODY, "", fault))
                        .toList();
    }

    private static boolean isXml(HttpResponse answer) {
        return answer.body().length > 0
                && answer.contentType()
                        .filter(type -> type.syntax().equals("xml"))
                        .isPresent();
    }

    private boolean isBeyond(Operation operation, HttpResponse answer) {
        return undocumented == Undocumented.ALLOWED
                && closed.violations(operation, "GET", answer).stream()
                        .anyMatch(violation -> violation.rule().equals("undocumented"));
    }
}
