package io.platformapi.verify.checks;

import io.platformapi.contract.http.HttpRequest;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.CheckId;

/** An answer has no byte more than it says, or than its method and status let it have (RFC 9112, section 6.3). */
public final class AnswerEnds {

    private AnswerEnds() {}

    /**
     * What is wrong with a server that sent something behind the end of an answer.
     *
     * @param near the case, or the one by which a check came to ask more
     * @param request what was answered so
     * @param surplus what came behind, or the beginning of it
     */
    public static Failure failure(Case near, HttpRequest request, String surplus) {
        return new Failure(
                CheckId.FRAMING.id(),
                near.asking(request),
                request.method().equals("HEAD")
                        ? "An answer to HEAD has a body."
                        : "There is more behind the end of an answer.",
                "nothing (RFC 9112, section 6.3)",
                surplus,
                near.documented());
    }
}
