package io.platformapi.contract.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of every object of OpenAPI 2.0, 3.0, 3.1 and 3.2, in one table.
 *
 * <p>A field is {@code name}, {@code name=kind}, {@code name=[kind]} for a list or {@code name={kind}} for objects by
 * name; {@code *} stands for every name. {@code :text} says what a plain field takes, {@code :(a|b)} which words;
 * {@code +} that every object has it, {@code +-3.0} up to which version; {@code @3.1} since when it is known,
 * {@code @-3.0} until when; {@code !} that nothing of ours looks at it. After the fields of an object stands which of
 * them go together: {@code one(a,b)}, {@code exactly(a,b)} or {@code some(a,b)} of them.
 */
public final class Layout {

    private static final String TABLE = """
            document: openapi:text+ $self:address@3.2 info=info+ jsonSchemaDialect:address@3.1 servers=[server]
              paths=paths+-3.0 webhooks={path-item}@3.1 components=components security:requirements tags=[tag]
              externalDocs=docs some(paths,webhooks,components)
            swagger: swagger:text+ info=info+ host:text basePath:text schemes:schemes consumes:texts produces:texts
              paths=swagger-paths+ definitions={swagger-schema} parameters={swagger-parameter}
              responses={swagger-response} securityDefinitions={swagger-security-scheme} security:requirements
              tags=[tag] externalDocs=docs
            info: title:text summary:text@3.1 description:text termsOfService:address contact=contact license=license
              version:text
            contact: name:text url:address email:email
            license: name:text+ identifier:text@3.1 url:address one(identifier,url)
            server: url:text+ description:text name:text@3.2 variables={server-variable}
            server-variable: enum:some-texts default:text+ description:text
            components: schemas={schema} responses={response} parameters={parameter} examples={example}
              requestBodies={request-body} headers={header} securitySchemes={security-scheme} links={link}
              callbacks={callback} pathItems={path-item}@3.1 mediaTypes={media-type}@3.2
            paths: *=path-item
            swagger-paths: *=swagger-path-item
            path-item: $ref:text summary:text description:text get=operation put=operation post=operation
              delete=operation options=operation head=operation patch=operation trace=operation query=operation@3.2
              additionalOperations={operation}@3.2 servers=[server] parameters=[parameter]
            swagger-path-item: $ref:text get=swagger-operation put=swagger-operation post=swagger-operation
              delete=swagger-operation options=swagger-operation head=swagger-operation patch=swagger-operation
              parameters=[swagger-parameter]
            operation: tags:texts summary:text description:text externalDocs=docs operationId:text
              parameters=[parameter] requestBody=request-body responses=responses callbacks={callback}
              deprecated:flag security:requirements servers=[server]
            swagger-operation: tags:texts summary:text description:text externalDocs=docs operationId:text
              consumes:texts produces:texts parameters=[swagger-parameter] responses=swagger-responses
              schemes:schemes deprecated:flag security:requirements
            docs: description:text url:address+
            parameter: $ref:text name:text+ in:(query|header|path|cookie|querystring@3.2)+ description:text
              required:flag deprecated:flag allowEmptyValue:flag
              style:(matrix|label|simple|form|spaceDelimited|pipeDelimited|deepObject|cookie@3.2) explode:flag
              allowReserved:flag schema=schema example examples={example} content={media-type} exactly(schema,content)
              one(example,examples)
            swagger-parameter: $ref:text name:text+ in:(query|header|path|formData|body)+ description:text
              required:flag schema=swagger-schema type:(string|number|integer|boolean|array|file) format:text
              allowEmptyValue:flag items=swagger-items collectionFormat:(csv|ssv|tsv|pipes|multi) default
              maximum:number exclusiveMaximum:flag minimum:number exclusiveMinimum:flag maxLength:count
              minLength:count pattern:text maxItems:count minItems:count uniqueItems:flag enum:some-values
              multipleOf:number exactly(type,schema)
            swagger-items: type:(string|number|integer|boolean|array)+ format:text items=swagger-items
              collectionFormat:(csv|ssv|tsv|pipes) default maximum:number exclusiveMaximum:flag minimum:number
              exclusiveMinimum:flag maxLength:count minLength:count pattern:text maxItems:count minItems:count
              uniqueItems:flag enum:some-values multipleOf:number
            swagger-header: description:text type:(string|number|integer|boolean|array)+ format:text
              items=swagger-items collectionFormat:(csv|ssv|tsv|pipes) default maximum:number exclusiveMaximum:flag
              minimum:number exclusiveMinimum:flag maxLength:count minLength:count pattern:text maxItems:count
              minItems:count uniqueItems:flag enum:some-values multipleOf:number
            request-body: $ref:text description:text content={media-type}+ required:flag
            media-type: $ref:text@3.2 schema=schema itemSchema=schema@3.2 example examples={example}
              encoding={encoding} prefixEncoding=[encoding]@3.2 itemEncoding=encoding@3.2 one(example,examples)
              one(encoding,prefixEncoding) one(encoding,itemEncoding)
            encoding: contentType:text headers={header} style:(form|spaceDelimited|pipeDelimited|deepObject)
              explode:flag allowReserved:flag encoding={encoding}@3.2! prefixEncoding=[encoding]@3.2!
              itemEncoding=encoding@3.2! one(encoding,prefixEncoding) one(encoding,itemEncoding)
            responses: *=response
            swagger-responses: *=swagger-response
            response: $ref:text summary:text@3.2 description:text+-3.1 headers={header} content={media-type} links={link}
            swagger-response: $ref:text description:text+ schema=swagger-schema headers={swagger-header}
              examples:object
            callback: $ref:text *=path-item
            example: $ref:text summary:text description:text value dataValue@3.2 serializedValue:text@3.2
              externalValue:address one(value,externalValue) one(value,dataValue) one(value,serializedValue)
              one(serializedValue,externalValue)
            link: $ref:text operationRef:address operationId:text parameters:object requestBody description:text
              server=server exactly(operationRef,operationId)
            header: $ref:text description:text required:flag deprecated:flag allowEmptyValue:flag@-3.0 style:(simple)
              explode:flag allowReserved:flag@-3.0 schema=schema example examples={example} content={media-type}
              exactly(schema,content) one(example,examples)
            tag: name:text+ summary:text@3.2 description:text externalDocs=docs parent:text@3.2 kind:text@3.2
            schema: $ref title:text multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength
              pattern maxItems minItems uniqueItems maxProperties minProperties required enum type allOf=[schema]
              oneOf=[schema] anyOf=[schema] not=schema items=schema properties={schema} additionalProperties=schema
              description:text format default nullable@-3.0 discriminator=discriminator readOnly writeOnly xml=xml
              externalDocs=docs example deprecated $schema@3.1 $id@3.1 $anchor@3.1 $dynamicRef@3.1 $dynamicAnchor@3.1
              $vocabulary:object@3.1 $comment:text@3.1 $defs={schema}@3.1 definitions={schema}@3.1 const@3.1
              maxContains@3.1 minContains@3.1 dependentRequired@3.1 dependentSchemas={schema}@3.1 if=schema@3.1
              then=schema@3.1 else=schema@3.1 prefixItems=[schema]@3.1 contains=schema@3.1
              patternProperties={schema}@3.1 propertyNames=schema@3.1 unevaluatedItems=schema@3.1
              unevaluatedProperties=schema@3.1 contentEncoding@3.1 contentMediaType@3.1 contentSchema=schema@3.1!
              examples@3.1
            swagger-schema: $ref title:text multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength
              minLength pattern maxItems minItems uniqueItems maxProperties minProperties required enum type
              allOf=[swagger-schema] items=swagger-schema properties={swagger-schema}
              additionalProperties=swagger-schema description:text format default discriminator:text readOnly xml=xml
              externalDocs=docs example
            discriminator: propertyName:text+ mapping:texts-by-name defaultMapping:text@3.2
            xml: name:text namespace:address prefix:text attribute:flag wrapped:flag
              nodeType:(element|attribute|text|cdata|none)@3.2 one(nodeType,attribute) one(nodeType,wrapped)
            security-scheme: $ref:text type:(apiKey|http|mutualTLS@3.1|oauth2|openIdConnect)+ description:text name:text
              in:(query|header|cookie) scheme:text bearerFormat:text flows=flows openIdConnectUrl:address
              oauth2MetadataUrl:address@3.2 deprecated:flag@3.2
            swagger-security-scheme: type:(basic|apiKey|oauth2)+ description:text name:text in:(query|header)
              flow:(implicit|password|application|accessCode) authorizationUrl:address tokenUrl:address
              scopes:texts-by-name
            flows: implicit=flow password=flow clientCredentials=flow authorizationCode=flow
              deviceAuthorization=flow@3.2
            flow: authorizationUrl:address tokenUrl:address refreshUrl:address scopes:texts-by-name+
              deviceAuthorizationUrl:address@3.2
            """;

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern TOGETHER_FORM = Pattern.compile("(one|exactly|some)\\(");
    private static final Map<Kind, Map<String, Field>> FIELDS = new EnumMap<>(Kind.class);
    private static final Map<Kind, List<Together>> TOGETHER = new EnumMap<>(Kind.class);

    static {
        for (String object : TABLE.split("\\n(?! )")) {
            read(object.strip());
        }
    }

    private Layout() {}

    private static void read(String object) {
        int colon = object.indexOf(':');
        Kind kind = Kind.of(object.substring(0, colon));
        Map<String, Field> fields = new LinkedHashMap<>();
        List<Together> together = new ArrayList<>();
        for (String word : BLANKS.split(object.substring(colon + 1).strip())) {
            if (TOGETHER_FORM.matcher(word).lookingAt()) {
                together.add(Together.of(word));
            } else {
                Field field = Field.of(word);
                fields.put(field.name(), field);
            }
        }
        FIELDS.put(kind, fields);
        TOGETHER.put(kind, List.copyOf(together));
    }

    /** The field of a name; empty where the kind has none in any version. */
    public static Optional<Field> field(Kind kind, String name) {
        Map<String, Field> known = FIELDS.getOrDefault(kind, Map.of());
        return Optional.ofNullable(
                known.getOrDefault(name, isExtension(name) || name.equals("$ref") ? null : known.get("*")));
    }

    /** All fields of a kind. */
    public static Collection<Field> fields(Kind kind) {
        return FIELDS.getOrDefault(kind, Map.of()).values();
    }

    /** Which fields of a kind go together. */
    static List<Together> together(Kind kind) {
        return TOGETHER.getOrDefault(kind, List.of());
    }

    /** Whether a name is one that anybody may use for what is not OpenAPI's. */
    public static boolean isExtension(String name) {
        return name.startsWith("x-");
    }
}
