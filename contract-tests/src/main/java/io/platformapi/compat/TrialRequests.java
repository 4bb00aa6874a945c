package io.platformapi.compat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platformapi.contract.Operation;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.report.Evidence;
import io.platformapi.report.Finding;
import io.platformapi.report.FindingKinds;
import io.platformapi.report.Site;
import io.platformapi.verify.Inquiry;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Wish;
import java.util.List;
import java.util.Optional;

/**
 * Makes the requests that show breaks to a running server: whole ones, which the old contract allows.
 *
 * @param old what the requests keep to
 * @param inquiry makes them
 * @param writes whether those may be sent that may change something
 */
record TrialRequests(Contract old, Inquiry inquiry, Writes writes) {

    private static final FindingKinds KINDS = FindingKinds.of("compat");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether the server's state may be changed. */
    enum Writes {
        ALLOWED,
        FORBIDDEN
    }

    /** What is to be sent for a finding. */
    sealed interface Made {

        /** A request, and what it is meant to be like. */
        record Sendable(Operation operation, Trial trial, Case asked) implements Made {}

        /** None, for a reason. */
        record Unsendable(String reason) implements Made {}
    }

    /** The request at the first place of a finding where there is one; else why there is none at the first. */
    Made of(Finding finding) {
        Optional<String> hopeless = hopeless(finding);
        if (hopeless.isPresent()) {
            return new Made.Unsendable(hopeless.get());
        }
        List<Site> sites = finding.sites().isEmpty()
                ? List.of(new Site(finding.subject(), "", List.of(), finding.message()))
                : finding.sites();
        List<Made> all = sites.stream().map(site -> at(site, finding)).toList();
        return all.stream().filter(Made.Sendable.class::isInstance).findFirst().orElse(all.get(0));
    }

    private static Trial trial(Finding finding) {
        return Trial.of(KINDS.fact(finding.id(), "replay"));
    }

    private static Optional<String> hopeless(Finding finding) {
        if (finding.id().startsWith("response-")) {
            return Optional.of("it is about answers, so there is no request that shows it");
        } else if (finding.id().equals(ConsumerImpact.BROKEN) || finding.id().equals(ConsumerImpact.UNFIT)) {
            return Optional.of("it is one consumer's; compare its own document, marked by x-consumer, to try it");
        } else if (KINDS.fact(finding.id(), "replay").isEmpty()) {
            return Optional.of("no request shows it");
        } else if (trial(finding) == Trial.NONE) {
            return Optional.of("the server may take the request and understand something else, which no status tells");
        }
        return trial(finding) == Trial.VALUE && witness(finding).isEmpty()
                ? Optional.of("there is no witness")
                : Optional.empty();
    }

    private static Optional<JsonNode> witness(Finding finding) {
        return finding.evidence().stream()
                .filter(each -> each.name().equals(Evidence.WITNESS))
                .findFirst()
                .flatMap(each -> json(each.text()));
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // it is told in words
        }
    }

    private Made at(Site site, Finding finding) {
        Optional<Operation> asked = old.operations().stream()
                .filter(each -> each.toString().equals(site.subject()))
                .findFirst();
        if (asked.isEmpty()) {
            return new Made.Unsendable("it is the server that asks there, or nobody");
        }
        Operation operation = asked.get();
        Optional<String> hindrance = inquiry.hindrance(operation);
        if (hindrance.isPresent()) {
            return new Made.Unsendable(hindrance.get());
        } else if (writes == Writes.FORBIDDEN && !old.dialect().isSafe(operation)) {
            return new Made.Unsendable(operation.method() + " may change something, and --allow-writes is not given");
        }
        return wished(operation, site, finding);
    }

    private Made wished(Operation operation, Site site, Finding finding) {
        Trial trial = trial(finding);
        if (trial == Trial.STRANGER && !site.place().equals(DemandedCredentials.NOBODYS)) {
            return new Made.Unsendable("nobody knows here which credentials were enough before");
        }
        Optional<Wish> wish = MessagePart.at(operation, site.place())
                .flatMap(part -> part.wish(trial, witness(finding)))
                .or(() -> trial == Trial.ANY || trial == Trial.STRANGER || trial == Trial.WITHOUT
                        ? Optional.of(new Wish.Anything())
                        : Optional.empty());
        Optional<Case> made = wish.flatMap(each -> inquiry.made(operation, each));
        if (made.isEmpty()) {
            return new Made.Unsendable("no request that the old document allows could be made of it");
        }
        Case asked = trial == Trial.STRANGER ? inquiry.stranger(made.get()) : made.get();
        boolean harmless = (trial == Trial.VALUE || trial == Trial.WITHOUT || trial == Trial.TYPE)
                && inquiry.isAllowedByBoth(operation, asked);
        return harmless
                ? new Made.Unsendable("the request that was made of it is one that the new document allows, too")
                : new Made.Sendable(operation, trial, asked);
    }
}
