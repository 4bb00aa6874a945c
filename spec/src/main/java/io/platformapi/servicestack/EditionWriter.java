package io.platformapi.servicestack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.dto.DtoLanguage;
import io.platformapi.contract.dto.Dtos;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Writes the published editions of a contract as YAML and JSON, its XML Schemas, and its types in each language; the
 * build runs it.
 */
public final class EditionWriter {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private EditionWriter() {}

    /**
     * Writes the editions, the XML Schemas and the types.
     *
     * @param arguments the document and the folder to write to
     */
    public static void main(String[] arguments) throws IOException {
        Contract contract = new ContractReader(Access.SAME_ORIGIN).read(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        for (Map.Entry<String, JsonNode> edition : Editions.of(contract).entrySet()) {
            Files.writeString(folder.resolve(edition.getKey() + ".json"), json(edition.getValue()));
            Files.writeString(folder.resolve(edition.getKey() + ".yaml"), yaml(edition.getValue()));
        }
        for (Map.Entry<String, String> schema : Editions.xmlSchemas(contract).entrySet()) {
            Files.writeString(folder.resolve(schema.getKey()), schema.getValue());
        }
        Dtos dtos = Dtos.of(contract);
        for (DtoLanguage language : DtoLanguage.ALL) {
            Path types = Files.createDirectories(folder.resolve("types").resolve(language.id()));
            Files.writeString(types.resolve(language.file()), language.text(dtos));
        }
    }

    /** An edition as JSON. */
    public static String json(JsonNode document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An edition as YAML. */
    public static String yaml(JsonNode document) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setMultiLineFlow(true)
                .setSplitLines(false)
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings).dumpToString(JSON.convertValue(document, MAP));
    }
}
