package io.platformapi.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a report with everything in it, as JSON; members are only ever added to this form. */
final class JsonRenderer implements Renderer {

    @Override
    public String render(Report report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("tool", report.tool());
        root.put("title", report.title());
        root.put("passes", report.passes());
        ObjectNode counts = root.putObject("counts");
        report.counts().forEach((level, count) -> counts.put(report.word(level), count));
        ArrayNode findings = root.putArray("findings");
        report.findings().forEach(finding -> findings.add(json(report, finding)));
        ArrayNode summary = root.putArray("summary");
        report.summary().forEach(summary::add);
        if (!report.coverage().isEmpty()) {
            ArrayNode coverage = root.putArray("coverage");
            report.coverage().forEach(each -> coverage.add(json(each)));
        }
        return pretty(root);
    }

    private static ObjectNode json(Coverage coverage) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("subject", coverage.subject());
        coverage.sent().forEach(node.putObject("sent")::put);
        coverage.checked().forEach(node.putObject("checked")::put);
        coverage.unchecked().forEach(node.putObject("unchecked")::put);
        coverage.untried().forEach(node.putArray("untried")::add);
        coverage.unseen().forEach(node.putArray("unseen")::add);
        if (!coverage.points().isEmpty()) {
            ObjectNode points = node.putObject("points");
            coverage.points()
                    .forEach(point -> points.withObject("/" + point.kind()).put(point.what(), point.times()));
        }
        return node;
    }

    static String pretty(JsonNode tree) {
        return tree.toPrettyString() + "\n";
    }

    private static ObjectNode json(Report report, Finding finding) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", finding.id());
        node.put("level", report.word(finding.level()));
        node.put("fails", report.fails(finding));
        node.put("subject", finding.subject());
        node.put("message", finding.message());
        if (finding.consequence() != null) {
            node.put("consequence", finding.consequence());
        }
        ArrayNode locations = node.putArray("locations");
        for (Location location : finding.locations()) {
            locations
                    .addObject()
                    .put("role", location.role())
                    .put("file", location.file())
                    .put("pointer", location.pointer())
                    .put("line", location.line());
        }
        ArrayNode evidence = node.putArray("evidence");
        finding.evidence()
                .forEach(each -> evidence.addObject().put("name", each.name()).put("text", each.text()));
        if (finding.advice() != null) {
            node.put("advice", finding.advice());
        }
        if (!finding.sites().isEmpty()) {
            ArrayNode sites = node.putArray("sites");
            finding.sites().forEach(each -> sites.add(json(each)));
        }
        if (finding.curl() != null) {
            node.put("curl", finding.curl());
        }
        return node;
    }

    private static ObjectNode json(Site site) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("subject", site.subject());
        node.put("place", site.place());
        ArrayNode values = node.putArray("values");
        site.values().forEach(values::add);
        return node.put("message", site.message());
    }
}
