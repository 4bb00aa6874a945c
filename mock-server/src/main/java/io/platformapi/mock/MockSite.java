package io.platformapi.mock;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.page.ContractSite;
import io.platformapi.contract.page.Credential;
import io.platformapi.contract.page.PublishedDocument;
import io.platformapi.servicestack.EditionWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What people are shown of a mocked document: its pages, and what the mock offers besides. */
final class MockSite {

    static final Credential ANY =
            new Credential("any", "Any will do: the mock looks that there is one, not whose it is.");

    private MockSite() {}

    static ContractSite of(Contract contract) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("/openapi.yaml", "Document as YAML");
        links.put("/openapi.json", "Document as JSON");
        links.put("/__mock/", "What this mock is asked, and what it answers");
        links.put("/__mock/journal", "Journal of requests");
        links.put("/__mock/openapi.yaml", "Administration of the mock");
        PublishedDocument document = new PublishedDocument(
                () -> EditionWriter.yaml(contract.dialect().published(contract)),
                () -> EditionWriter.json(contract.dialect().published(contract)));
        return new ContractSite(contract, new ContractSite.Host("Mock server", ANY, links), document);
    }
}
