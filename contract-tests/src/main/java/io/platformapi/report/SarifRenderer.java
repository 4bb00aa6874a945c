package io.platformapi.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** Writes a report as SARIF 2.1.0. */
final class SarifRenderer implements Renderer {

    @Override
    public String render(Report report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", "2.1.0");
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", report.tool());
        ArrayNode rules = driver.putArray("rules");
        report.findings().stream()
                .map(Finding::id)
                .distinct()
                .forEach(id -> rules.addObject().put("id", id));
        run.putArray("invocations").add(invocation(report));
        ArrayNode results = run.putArray("results");
        report.findings().forEach(finding -> results.add(result(finding)));
        return JsonRenderer.pretty(root);
    }

    /** Whether the tool could look at everything, and what it says in the end. */
    private static ObjectNode invocation(Report report) {
        ObjectNode invocation = JsonNodeFactory.instance.objectNode();
        invocation.put("executionSuccessful", !report.counts().containsKey(Level.UNDECIDED));
        ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
        Stream.concat(Stream.of(report.verdict()), report.summary().stream())
                .forEach(line -> notifications
                        .addObject()
                        .put("level", "note")
                        .putObject("message")
                        .put("text", line));
        return invocation;
    }

    private static ObjectNode result(Finding finding) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("ruleId", finding.id());
        result.put("level", finding.level().severity());
        result.putObject("message").put("text", text(finding));
        ArrayNode locations = result.putArray("locations");
        ArrayNode related = JsonNodeFactory.instance.arrayNode();
        int last = finding.locations().size() - 1;
        for (int i = 0; i <= last; i++) {
            Location location = finding.locations().get(i);
            if (i == last) {
                locations.add(place(location));
            } else {
                ObjectNode place = place(location);
                place.putObject("message").put("text", location.role());
                related.add(place);
            }
        }
        if (!related.isEmpty()) {
            result.set("relatedLocations", related);
        }
        ObjectNode properties = properties(finding);
        if (!properties.isEmpty()) {
            result.set("properties", properties);
        }
        return result;
    }

    /** What proves a finding, by its name, and the command that shows it: for programs that need not read the text. */
    private static ObjectNode properties(Finding finding) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        finding.evidence()
                .forEach(each -> properties.put(
                        each.name(),
                        properties.has(each.name())
                                ? properties.get(each.name()).asText() + "\n" + each.text()
                                : each.text()));
        if (finding.curl() != null) {
            properties.put("curl", finding.curl());
        }
        return properties;
    }

    private static String text(Finding finding) {
        StringBuilder text = new StringBuilder(finding.subject() + ": " + finding.message());
        if (finding.consequence() != null) {
            text.append(' ').append(finding.consequence());
        }
        finding.evidence()
                .forEach(each ->
                        text.append('\n').append(each.name()).append(": ").append(each.text()));
        if (finding.advice() != null) {
            text.append("\ninstead: ").append(finding.advice());
        }
        return text.toString();
    }

    private static ObjectNode place(Location location) {
        ObjectNode place = JsonNodeFactory.instance.objectNode();
        ObjectNode physical = place.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", location.file().replace('\\', '/'));
        if (location.line() > 0) {
            physical.putObject("region").put("startLine", location.line());
        }
        place.putArray("logicalLocations").addObject().put("fullyQualifiedName", location.pointer());
        return place;
    }
}
