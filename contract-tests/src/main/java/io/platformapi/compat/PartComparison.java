package io.platformapi.compat;

/** Tells of a part of a message what comparing its schemas found. */
record PartComparison(Comparison comparison, Comparison.Part part) {

    void tell(SchemaFindings found) {
        found.breaks().forEach(this::tell);
        found.notes().forEach(this::tell);
    }

    private void tell(SchemaFindings.Break found) {
        comparison.report(found.told().key(), found.told().site(part), () -> found.finding(part));
    }

    private void tell(SchemaFindings.Note found) {
        comparison.reportShared(
                found.told().key(), found.finding(part), found.told().place(part), found.nodes());
    }
}
