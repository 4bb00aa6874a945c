package io.platformapi.contract.layout;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of every object of OpenAPI 3.0, 3.1 and 3.2, in one table.
 *
 * <p>A field is {@code name}, {@code name=kind}, {@code name=[kind]} for a list or {@code name={kind}} for objects by
 * name; {@code *} stands for every name. {@code @3.1} says since when it is known, {@code @-3.0} until when; {@code !}
 * that nothing of ours looks at it.
 */
public final class Layout {

    private static final String TABLE = """
            document: openapi $self@3.2! info=info jsonSchemaDialect@3.1 servers=[server] paths=paths
              webhooks={path-item}@3.1 components=components security tags=[tag] externalDocs=docs
            info: title summary@3.1 description termsOfService contact=contact license=license version
            contact: name url email
            license: name identifier@3.1 url
            server: url description name@3.2 variables={server-variable}
            server-variable: enum default description
            components: schemas={schema} responses={response} parameters={parameter} examples={example}
              requestBodies={request-body} headers={header} securitySchemes={security-scheme} links={link}
              callbacks={callback} pathItems={path-item}@3.1 mediaTypes={media-type}@3.2
            paths: *=path-item
            path-item: $ref summary description get=operation put=operation post=operation delete=operation
              options=operation head=operation patch=operation trace=operation query=operation@3.2
              additionalOperations={operation}@3.2! servers=[server] parameters=[parameter]
            operation: tags summary description externalDocs=docs operationId parameters=[parameter]
              requestBody=request-body responses=responses callbacks={callback} deprecated security servers=[server]
            docs: description url
            parameter: $ref name in description required deprecated allowEmptyValue style explode allowReserved
              schema=schema example examples={example} content={media-type}
            request-body: $ref description content={media-type} required
            media-type: $ref@3.2 schema=schema itemSchema=schema@3.2! example examples={example} encoding={encoding}
              prefixEncoding=[encoding]@3.2! itemEncoding=encoding@3.2!
            encoding: contentType headers={header} style explode allowReserved encoding={encoding}@3.2!
              prefixEncoding=[encoding]@3.2! itemEncoding=encoding@3.2!
            responses: *=response
            response: $ref summary@3.1 description headers={header} content={media-type} links={link}
            callback: $ref *=path-item
            example: $ref summary description value dataValue@3.2! serializedValue@3.2! externalValue
            link: $ref operationRef operationId parameters requestBody description server=server
            header: $ref description required deprecated allowEmptyValue style explode allowReserved schema=schema
              example examples={example} content={media-type}
            tag: name summary@3.2 description externalDocs=docs parent@3.2 kind@3.2
            schema: $ref title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern
              maxItems minItems uniqueItems maxProperties minProperties required enum type allOf=[schema] oneOf=[schema]
              anyOf=[schema] not=schema items=schema properties={schema} additionalProperties=schema description format
              default nullable@-3.0 discriminator=discriminator readOnly writeOnly xml=xml externalDocs=docs example
              deprecated $schema@3.1 $id@3.1 $anchor@3.1 $dynamicRef@3.1 $dynamicAnchor@3.1 $vocabulary@3.1
              $comment@3.1 $defs={schema}@3.1 definitions={schema}@3.1 const@3.1 maxContains@3.1 minContains@3.1
              dependentRequired@3.1 dependentSchemas={schema}@3.1 if=schema@3.1 then=schema@3.1 else=schema@3.1
              prefixItems=[schema]@3.1 contains=schema@3.1 patternProperties={schema}@3.1 propertyNames=schema@3.1
              unevaluatedItems=schema@3.1 unevaluatedProperties=schema@3.1 contentEncoding@3.1 contentMediaType@3.1
              contentSchema=schema@3.1! examples@3.1
            discriminator: propertyName mapping defaultMapping@3.2!
            xml: name namespace prefix attribute wrapped nodeType@3.2!
            security-scheme: $ref type description name in scheme bearerFormat flows=flows openIdConnectUrl
              oauth2MetadataUrl@3.2! deprecated@3.2!
            flows: implicit=flow password=flow clientCredentials=flow authorizationCode=flow
              deviceAuthorization=flow@3.2!
            flow: authorizationUrl tokenUrl refreshUrl scopes deviceAuthorizationUrl@3.2!
            """;

    private static final Map<Kind, Map<String, Field>> FIELDS = fields();

    private Layout() {}

    private static Map<Kind, Map<String, Field>> fields() {
        Map<Kind, Map<String, Field>> fields = new EnumMap<>(Kind.class);
        for (String object : TABLE.split("\\n(?! )")) {
            String[] words = object.strip().split("[:\\s]\\s*");
            Map<String, Field> ofKind = new LinkedHashMap<>();
            for (int i = 1; i < words.length; i++) {
                Field field = Field.of(words[i]);
                ofKind.put(field.name(), field);
            }
            fields.put(Kind.valueOf(words[0].toUpperCase(Locale.ROOT).replace('-', '_')), ofKind);
        }
        return fields;
    }

    /** The field of a name; empty where the kind has none in any version. */
    public static Optional<Field> field(Kind kind, String name) {
        Map<String, Field> known = FIELDS.get(kind);
        return Optional.ofNullable(
                known.getOrDefault(name, isExtension(name) || name.equals("$ref") ? null : known.get("*")));
    }

    /** All fields of a kind. */
    public static Collection<Field> fields(Kind kind) {
        return FIELDS.get(kind).values();
    }

    /** Whether a name is one that anybody may use for what is not OpenAPI's. */
    public static boolean isExtension(String name) {
        return name.startsWith("x-");
    }
}
