package io.platformapi.contract.page;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;

/**
 * The refusal of a request that no operation takes, for a reader in a browser: in words, with the way to what there is.
 *
 * @param contract the contract
 */
record RefusalPage(Contract contract) {

    HttpResponse of(HttpRequest request, HttpResponse answer) {
        String title = request.method() + " " + request.path();
        Markup header =
                Markup.element("h1", Markup.text(title + " "), Markup.element("small", "answered " + answer.status()));
        Markup main = Markup.all(
                Markup.element("p", AnswerPage.words(answer.status(), AnswerPage.value(answer)))
                        .with("class", "note"),
                Markup.element("p", Markup.link("/", "What " + contract.title() + " answers")));
        HttpResponse page = Frame.page(answer.status(), answer.status() + " " + title, header, main);
        return new HttpResponse(answer.status(), answer.headers().with(page.headers()), page.body());
    }
}
