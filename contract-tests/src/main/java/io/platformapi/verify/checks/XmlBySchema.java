package io.platformapi.verify.checks;

import io.platformapi.contract.Operation;
import io.platformapi.contract.check.Violation;
import io.platformapi.contract.check.XmlSchemaCheck;
import io.platformapi.verify.cases.CheckId;
import java.util.List;

/** An answer in XML is valid by the XML Schemas of the contract, if it has some: order, namespaces and types. */
final class XmlBySchema implements Check {

    private final XmlSchemaCheck check;

    XmlBySchema(XmlSchemaCheck check) {
        this.check = check;
    }

    @Override
    public List<Failure> failures(Exchange exchange) {
        return exchange.asked().answering().stream()
                .flatMap(operation -> check.violations(operation, exchange.answer()).stream()
                        .map(violation -> failure(operation, exchange, violation)))
                .toList();
    }

    private static Failure failure(Operation operation, Exchange exchange, Violation violation) {
        return new Failure(
                CheckId.XML_SCHEMA.id(),
                exchange.asked(),
                "The XML is not valid by the XML Schemas of the contract: "
                        + ((Violation.Xsd) violation.breach()).constraint() + ".",
                violation.expected(),
                violation.received() + ", in " + AnswerExcerpt.of(exchange.answer()),
                operation.response(exchange.answer().status()).orElseThrow().node());
    }
}
