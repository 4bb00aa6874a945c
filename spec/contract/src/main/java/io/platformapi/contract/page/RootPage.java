package io.platformapi.contract.page;

import io.platformapi.contract.Example;
import io.platformapi.contract.Operation;
import io.platformapi.contract.Response;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.example.RequestExamples;
import io.platformapi.contract.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is served at an address, at a glance: its operations, each with commands to paste.
 *
 * @param contract the contract
 * @param host what the page is of, and what it links to
 */
record RootPage(Contract contract, ContractSite.Host host) {

    /** Beyond so many operations a page with all commands would be too long to read, and to load. */
    private static final int MOST_WITH_COMMANDS = 60;

    private static final int MOST = 500;

    HttpResponse at(String address) {
        String summary = contract.document().member("info").text("summary", "");
        Markup header = Markup.all(
                Markup.element(
                        "h1",
                        Markup.text(contract.title() + " "),
                        Markup.element("small", "version " + contract.version())),
                summary.isEmpty() ? Markup.NOTHING : Markup.element("p", summary),
                Markup.element("p", host.title() + " at " + address + "."),
                Markup.element("nav", links()).with("aria-label", "Documents"));
        return Frame.page(200, contract.title(), header, Markup.all(credential(), operations(address)));
    }

    private Markup links() {
        List<Markup> items = new ArrayList<>();
        Map<String, String> links = new LinkedHashMap<>(host.links());
        if (TrialPages.areThere()) {
            links.put(TrialPages.INDEX, "Try it out");
        }
        links.put(TypesPages.INDEX, "Types for eight languages");
        links.putAll(contract.dialect().links());
        links.forEach((target, name) -> items.add(Markup.element("li", Markup.link(target, name))));
        return Markup.element("ul", Markup.all(items));
    }

    private Markup credential() {
        boolean asked = contract.operations().stream()
                .anyMatch(operation -> !operation.security().isEmpty());
        return Markup.all(
                Markup.element("h2", "Credential"),
                Markup.element(
                        "p", asked ? host.credential().advice() : "None: no operation of this API asks for one."));
    }

    private Markup operations(String address) {
        List<Operation> shown = new ShownOperations(contract).shown();
        boolean commands = shown.size() <= MOST_WITH_COMMANDS;
        List<Markup> pieces = new ArrayList<>(List.of(Markup.element("h2", "Operations")));
        if (!commands) {
            pieces.add(note("There are " + shown.size() + " operations, so commands are left out here; the document has"
                    + " the examples."));
        }
        shown.stream().limit(MOST).forEach(operation -> pieces.add(operation(operation, commands ? address : "")));
        if (shown.size() > MOST) {
            pieces.add(note("The other " + (shown.size() - MOST) + " operations stand in the document."));
        }
        return Markup.all(pieces);
    }

    private static Markup note(String words) {
        return Markup.element("p", words).with("class", "note");
    }

    private Markup operation(Operation operation, String address) {
        String name = operation.method() + " " + operation.path();
        List<Markup> pieces = new ArrayList<>(List.of(Markup.element("h3", Markup.element("code", name))));
        if (operation.deprecated()) {
            pieces.add(Markup.element("p", "Deprecated: clients should stop calling it."));
        }
        if (!operation.summary().isEmpty()) {
            pieces.add(Markup.element("p", operation.summary()));
        }
        if (!address.isEmpty()) {
            pieces.addAll(commands(operation, address));
        }
        return Markup.element("section", Markup.all(pieces)).with("aria-label", name);
    }

    private List<Markup> commands(Operation operation, String address) {
        Set<String> names = RequestExamples.names(operation);
        List<Markup> commands = new ArrayList<>();
        for (String name : names.isEmpty() ? Set.of("") : names) {
            new SampleCall(contract, operation, name, Optional.empty())
                    .request(host.credential())
                    .ifPresent(request -> commands.add(command(operation, name, request.curl(address))));
        }
        if (commands.isEmpty()) {
            String why = "The document shows no whole request of this operation.";
            commands.add(Markup.element("p", why).with("class", "soft"));
        }
        return commands;
    }

    private static Markup command(Operation operation, String name, String curl) {
        String title = name.isEmpty() ? "As documented" : name + answer(operation, name);
        return Markup.element(
                "details",
                Markup.element("summary", title),
                Markup.element("pre", curl).with("class", "whole").with("tabindex", "0"));
    }

    /** What is answered to an example, as far as the document says. */
    private static String answer(Operation operation, String name) {
        for (Map.Entry<String, Response> response : operation.responses().entrySet()) {
            Optional<Example> shown = response.getValue().contents().stream()
                    .flatMap(content -> Optional.ofNullable(content.examples().get(name)).stream())
                    .findFirst();
            if (shown.isPresent()) {
                String summary = shown.get().summary();
                return " (" + response.getKey() + (summary.isEmpty() ? ")" : "): " + summary);
            }
        }
        return "";
    }
}
