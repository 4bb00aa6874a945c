package io.platformapi.report;

/** A way to write a report. */
@FunctionalInterface
interface Renderer {

    /** The report as text that ends with a line break. */
    String render(Report report);
}
