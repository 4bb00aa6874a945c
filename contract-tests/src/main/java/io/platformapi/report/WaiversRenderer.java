package io.platformapi.report;

/** Writes what fails as a file of waivers: each wants a reason and a day, and is refused until it has both. */
final class WaiversRenderer implements Renderer {

    @Override
    public String render(Report report) {
        StringBuilder yaml = new StringBuilder("# " + report.title() + "\n");
        for (Finding finding : report.findings()) {
            if (finding.level().fails()) {
                yaml.append("# ").append(finding.message().replace("\n", " ")).append('\n');
                Waivers.sites(finding)
                        .forEach(
                                site -> yaml.append(Waiver.entry(finding, site)).append('\n'));
            }
        }
        return yaml.toString();
    }
}
