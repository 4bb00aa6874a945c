package io.platformapi.verify.checks;

import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.cases.Case;

/**
 * A case and its answer.
 *
 * @param asked the case
 * @param answer what came back
 * @param target whom a check may ask more
 */
public record Exchange(Case asked, HttpResponse answer, Target target) {

    public boolean isAnsweredWith(int hundreds) {
        return answer.status() / 100 == hundreds;
    }
}
