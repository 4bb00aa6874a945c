package io.platformapi.contract.check;

import io.platformapi.contract.Header;
import io.platformapi.contract.In;
import io.platformapi.contract.Response;
import io.platformapi.contract.body.HeaderText;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.contract.schema.Fault;
import java.util.ArrayList;
import java.util.List;

/** Checks the documented header fields of a response. */
final class ResponseHeaders {

    private ResponseHeaders() {}

    static List<Violation> violations(Response documented, HttpResponse answer) {
        List<Violation> violations = new ArrayList<>();
        for (Header header : documented.headers().values()) {
            if (isBodyType(header)) {
                continue;
            }
            if (answer.headers().has(header.name())) {
                violations.addAll(faults(header, answer));
            } else if (header.required()) {
                violations.add(new Violation(In.HEADER, header.name(), Fault.missing()));
            }
        }
        return violations;
    }

    /** A header documented as {@code Content-Type} is to be ignored (OpenAPI 3.1, section 4.8.17.1). */
    private static boolean isBodyType(Header header) {
        return header.name().equalsIgnoreCase("Content-Type");
    }

    private static List<Violation> faults(Header header, HttpResponse answer) {
        return new HeaderText(header)
                .faults(answer.headers().text(header.name())).stream()
                        .map(fault -> new Violation(In.HEADER, header.name(), fault))
                        .toList();
    }
}
