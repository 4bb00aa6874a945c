/**
 * What a tool found, and ways to show it.
 *
 * <p>Every tool (the tester, the compatibility checker, the linter) makes one {@link io.platformapi.report.Report} of
 * {@link io.platformapi.report.Finding}s; a {@link io.platformapi.report.ReportFormat} writes it for a terminal, a
 * program, a merge request or a CI server. No tool has a second model, and no format knows the tools.
 */
@NullMarked
package io.platformapi.report;

import org.jspecify.annotations.NullMarked;
