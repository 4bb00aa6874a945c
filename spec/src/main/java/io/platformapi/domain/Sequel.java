package io.platformapi.domain;

import java.util.function.Supplier;

/** Takes what follows an answer of which only the first page is given. */
@FunctionalInterface
public interface Sequel {

    /**
     * An answer is not whole.
     *
     * @param list the member of the answer that goes on, as the document names it
     * @param next gives the page after the first
     */
    void follows(String list, Supplier<? extends Page<?>> next);

    /** The answer of the first page; what follows it is told. */
    default <R> R begun(Page<R> first, String list) {
        first.next().ifPresent(next -> follows(list, next));
        return first.answer();
    }
}
