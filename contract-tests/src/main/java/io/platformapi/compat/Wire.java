package io.platformapi.compat;

import io.platformapi.contract.Content;
import io.platformapi.contract.Parameter;
import io.platformapi.contract.http.MediaType;

/** How the value of a part of a message is written. */
enum Wire {
    /** As text, as parameters, header fields and members of forms are: a number cannot be told from a word. */
    TEXT,
    /** As text in elements: the same at any depth, but a list is told from an item. */
    ELEMENTS,
    /** So that numbers, words and lists are told apart. */
    TYPED;

    static Wire of(Parameter parameter) {
        return parameter.content() == null ? TEXT : of(parameter.content());
    }

    /** How a body is written; a form whose parts have types of their own is taken for typed. */
    static Wire of(Content content) {
        MediaType type = content.type();
        boolean form = type.essence().equals("application/x-www-form-urlencoded")
                || type.essence().equals("multipart/form-data");
        boolean typed = content.encodings().values().stream()
                .anyMatch(each -> !each.contentType().isEmpty());
        if (form && !typed || type.essence().equals("text/plain")) {
            return TEXT;
        }
        return type.syntax().equals("xml") ? ELEMENTS : TYPED;
    }
}
