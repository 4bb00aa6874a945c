package io.platformapi.contract.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** One fault each, and what is told of it: what no table of fields can say. */
class KindFactsTest {

    private static final String OK = "responses: {'200': {description: Ok.}}";

    /** Lines below the version and the info of a document, and the slips with their lines. */
    private record Case(String version, String text, List<String> told) {

        @Override
        public String toString() {
            return version + " " + told;
        }
    }

    private static Case of(String version, String text, String... told) {
        return new Case(version, text, List.of(told));
    }

    private static String parameter(String parameter) {
        return "paths:\n  /a:\n    get:\n      " + OK + "\n      parameters:\n        - {name: q, " + parameter + "}";
    }

    private static String path(String path) {
        return "paths:\n  '" + path + "': {}";
    }

    private static String scheme(String scheme) {
        return "paths: {}\ncomponents: {securitySchemes: {s: {" + scheme + "}}}";
    }

    private static String response(String response) {
        return "paths: {/a: {get: {responses: {'200': {description: Ok., " + response + "}}}}}";
    }

    private static String swagger(String parameters) {
        return "paths: {/a: {post: {" + OK + ", parameters: [" + parameters + "]}}}";
    }

    static final List<Case> CASES = List.of(
            of(
                    "3.0",
                    "paths: {}",
                    "1 field-value \"openapi\" takes a version of three numbers, not \"3.0\"; write openapi:"
                            + " 3.0.0"),
            of("3.0.0", "components: {}", "1 field-missing a document has \"paths\"; it is missing here"),
            of(
                    "3.1.0",
                    "tags: []",
                    "1 field-missing a document has \"paths\" or \"webhooks\" or \"components\"; this one"
                            + " has none"),
            of("3.1.0", "components: {}"),
            of(
                    "3.0.0",
                    parameter("in: quary, schema: {}"),
                    "8 field-value \"in\" of a parameter takes query, header, path or cookie, not \"quary\"; did you mean"
                            + " \"query\"?"),
            of(
                    "3.1.0",
                    parameter("in: querystring, content: {a/b: {}}"),
                    "8 field-value \"in\" of a parameter takes query, header, path or cookie, not \"querystring\""),
            of("3.2.0", parameter("in: querystring, content: {a/b: {}}")),
            of(
                    "3.0.0",
                    parameter("in: query, style: deepobject, schema: {}"),
                    "8 field-value \"style\" of a parameter takes matrix, label, simple, form, spaceDelimited, pipeDelimited"
                            + " or deepObject, not \"deepobject\"; did you mean \"deepObject\"?"),
            of(
                    "3.0.0",
                    parameter("in: header, style: form, schema: {}"),
                    "8 field-value \"style\" of a parameter in: header takes simple, not \"form\""),
            of(
                    "3.0.0",
                    parameter("in: query, required: 'true', schema: {}"),
                    "8 field-value \"required\" of a parameter takes true or false, not \"true\"; write required: true"),
            of(
                    "3.0.0",
                    parameter("in: query, schema: {}, content: {a/b: {}}"),
                    "8 field-conflict \"schema\" and \"content\" of a parameter exclude each other; leave one out"),
            of(
                    "3.0.0",
                    parameter("in: query"),
                    "8 field-missing a parameter has \"schema\" or \"content\"; this one has none"),
            of(
                    "3.1.0",
                    parameter("in: query, schema: {}, example: a, examples: {a: {value: a}}"),
                    "8 field-conflict \"example\" and \"examples\" of a parameter exclude each other; leave one out"),
            of(
                    "3.1.0",
                    parameter("in: query, content: {a/b: {}, c/d: {}}"),
                    "8 content-single \"content\" of a parameter has one media type; here are 2"),
            of(
                    "3.1.0",
                    parameter("in: header, allowEmptyValue: true, schema: {}"),
                    "8 field-conflict \"allowEmptyValue\" is for parameters in: query, not in: header; leave it out"),
            of(
                    "3.0.0",
                    parameter("in: path, schema: {}"),
                    "8 path-parameter-required a parameter in: path is always there; write required: true"),
            of(
                    "3.0.0",
                    parameter("in: query, schema: {}") + "\n        - {name: q, in: query, schema: {}}",
                    "9 parameter-unique the query parameter \"q\" stands twice; remove one"),
            of(
                    "3.2.0",
                    parameter("in: querystring, content: {a/b: {}}") + "\n        - {name: r, in: query, schema: {}}",
                    "8 querystring-single a parameter in: querystring is the whole query; leave out those in: query, or"
                            + " this one"),
            of(
                    "3.2.0",
                    parameter("in: querystring, content: {a/b: {}}")
                            + "\n        - {name: r, in: querystring, content: {a/b: {}}}",
                    "9 querystring-single there is one parameter in: querystring at most"),
            of(
                    "3.2.0",
                    parameter("in: querystring, schema: {}"),
                    "8 field-conflict \"schema\" is not for a parameter in: querystring; describe it by \"content\""),
            of("3.2.0", parameter("in: cookie, style: cookie, schema: {}")),
            of(
                    "3.2.0",
                    parameter("in: query, style: cookie, schema: {}"),
                    "8 field-value \"style\" of a parameter in: query takes form or spaceDelimited or pipeDelimited or"
                            + " deepObject, not \"cookie\""),
            of("3.0.0", path("a"), "4 path-form the path \"a\" does not begin with a slash; write \"/a\""),
            of(
                    "3.0.0",
                    path("/a/{b"),
                    "4 path-form a brace of the path \"/a/{b\" is not closed; a variable is written {name}"),
            of("3.0.0", path("/a/{}"), "4 path-form a variable of the path \"/a/{}\" has no name"),
            of("3.0.0", path("/{a}/{a}"), "4 path-form {a} stands twice in the path \"/{a}/{a}\""),
            of(
                    "3.0.0",
                    path("/a?b=c"),
                    "4 path-form no request reaches the path \"/a?b=c\": what follows ? is its query; write parameters in:"
                            + " query"),
            of(
                    "2.0",
                    path("/a#b"),
                    "4 path-form no request reaches the path \"/a#b\": a client never sends the fragment after #"),
            of(
                    "3.0.0",
                    "paths: {}\ncomponents: {schemas: {'a b': {}}}",
                    "4 component-name the component's name \"a b\" has other characters than letters, digits, \".\", \"-\""
                            + " and \"_\""),
            of(
                    "3.0.0",
                    "paths: {}\nservers: [{url: 'https://{host}', variables: {hots: {default: a}}}]",
                    "4 server-variable-undeclared {host} of the server's url is none of its variables; did you mean"
                            + " \"hots\"?"),
            of(
                    "3.1.0",
                    "paths: {}\nservers: [{url: '{a}', variables: {a: {default: a, enum: [b]}}}]",
                    "4 server-variable-default the default \"a\" is none of the values in the variable's enum"),
            of(
                    "3.1.0",
                    "paths: {}\nservers: [{url: '{a}', variables: {a: {default: a, enum: []}}}]",
                    "4 field-value \"enum\" of a server variable takes a list of at least one text, not []"),
            of("3.1.0", "paths: {}\nservers: {url: /}"),
            of(
                    "3.1.0",
                    response(
                            "links: {a: {operationId: b, parameters: {c: $response.bdy, d: '{$url}/$x', e: $response.body}}}"),
                    "3 expression-form \"$response.bdy\" has no runtime expression that OpenAPI knows; write one such as"
                            + " $request.body#/url"),
            of(
                    "3.0.0",
                    "paths: {}\ncomponents: {callbacks: {a: {'{$request.qury.url}': {}, '{$request.query.url}?b={c}': {}}}}",
                    "4 expression-form \"{$request.qury.url}\" has no runtime expression that OpenAPI knows; write one such as"
                            + " $request.body#/url"),
            of(
                    "3.0.0",
                    "paths: {}\ncomponents: {schemas: {a: {type: [string, 'null']}}}",
                    "4 field-value \"type\" of a schema takes one type in OpenAPI 3.0, and no null; it is read as later versions"
                            + " have it; write nullable: true"),
            of(
                    "3.1.0",
                    "paths: {}\ncomponents: {schemas: {a: {enum: []}, b: {required: []}}}",
                    "4 field-value \"enum\" of a schema takes a list of at least one value, not []"),
            of(
                    "2.0",
                    "paths: {}\ndefinitions: {a: {required: []}}",
                    "4 field-value \"required\" of a schema takes a list of at least one name, not []"),
            of(
                    "3.2.0",
                    "$self: /a#b\npaths: {}",
                    "3 field-value \"$self\" takes an address without a fragment; leave out what follows #"),
            of(
                    "3.1.0",
                    "paths: {}\ncomponents: {examples: {a: {summary: A.}}}",
                    "4 example-empty the example \"a\" has no \"value\"; it shows nothing"),
            of(
                    "3.1.0",
                    "x-a: &a {scheme: basic}\npaths: {}\ncomponents: {securitySchemes: {a: {<<: *a, type: http}}}",
                    "5 merge-key `<<` is no part of YAML 1.2; its members are read as if they stood here; other tools may"
                            + " pass them over"),
            of(
                    "3.0.0",
                    scheme("type: apikey, name: a, in: query"),
                    "4 field-value \"type\" of a security scheme takes apiKey, http, oauth2 or openIdConnect, not"
                            + " \"apikey\"; did you mean \"apiKey\"?"),
            of(
                    "3.1.0",
                    scheme("type: apiKey, in: query"),
                    "4 field-missing a security scheme of type apiKey has \"name\"; it is missing here"),
            of(
                    "3.1.0",
                    scheme("type: oauth2, flows: {authorizationCode: {authorizationUrl: /a, scopes: {}}}"),
                    "4 field-missing the flow authorizationCode has \"tokenUrl\"; it is missing here"),
            of(
                    "3.1.0",
                    "paths: {}\nsecurity: {key: []}",
                    "4 field-value \"security\" of a document takes a list of objects, each with lists of scopes by the"
                            + " name of a scheme, not {\"key\":[]}"),
            of(
                    "3.1.0",
                    response("content: {json: {}}"),
                    "3 media-type-form \"json\" is no media type, and is passed over; write one such as application/json"),
            of(
                    "3.1.0",
                    response("links: {a: {operationId: b, operationRef: /c}}"),
                    "3 field-conflict \"operationRef\" and \"operationId\" of a link exclude each other; leave one out"),
            of(
                    "3.1.0",
                    response("headers: {a: {name: a, schema: {}}}"),
                    "3 field-known \"name\" is no field of a header."),
            of(
                    "3.2.0",
                    response("content: {a/b: {encoding: {}, itemEncoding: {}}}"),
                    "3 field-conflict \"encoding\" and \"itemEncoding\" of a media type exclude each other; leave one out"),
            of(
                    "3.2.0",
                    "paths: {}\ncomponents: {examples: {a: {dataValue: 1, value: 1}}}",
                    "4 field-conflict \"value\" and \"dataValue\" of an example exclude each other; leave one out"),
            of(
                    "3.1.0",
                    "paths: {/a: {get: {responses: {ok: {description: Ok.}}}}}",
                    "3 response-status \"ok\" is no status; write one such as 200, 4XX or default"),
            of(
                    "3.2.0",
                    "paths: {/a: {additionalOperations: {POST: {" + OK + "}}}}",
                    "3 additional-method \"POST\" has a field of its own; write it as \"post\" of the path item"),
            of(
                    "3.2.0",
                    "paths: {/a: {additionalOperations: {two words: {" + OK + "}}}}",
                    "3 additional-method \"two words\" is no method, and is passed over; a method is one word such as"
                            + " COPY"),
            of(
                    "3.2.0",
                    "paths: {}\ntags: [{name: a, parent: b}, {name: c, parent: d}, {name: d, parent: c}]",
                    "4 tag-parent the parent \"b\" is no tag of the document; did you mean \"a\"?",
                    "4 tag-parent the tag \"c\" is above itself; its parents go round in a circle",
                    "4 tag-parent the tag \"d\" is above itself; its parents go round in a circle"),
            of(
                    "2.0",
                    "paths: {}\ntags: [{name: a}, {name: a}]",
                    "4 tag-unique the tag \"a\" is declared twice; remove one"),
            of(
                    "2.0",
                    "paths: {}\nhost: 'https://example.com'\nbasePath: v1",
                    "4 field-value \"host\" takes a name and a port, not \"https://example.com\"; the rest goes into"
                            + " \"schemes\" and \"basePath\"",
                    "5 field-value \"basePath\" takes a path that begins with /, not \"v1\""),
            of(
                    "2.0",
                    "paths: {}\nschemes: [ftp]",
                    "4 field-value \"schemes\" of a document takes a list of http, https, ws or wss, not [\"ftp\"]"),
            of(
                    "2.0",
                    swagger("{name: a, in: body, schema: {}}, {name: b, in: formData, type: string}"),
                    "3 field-conflict a request has one parameter in: body, or some in: formData; leave out the rest"),
            of(
                    "2.0",
                    swagger("{name: a, in: query, type: array}"),
                    "3 field-missing what has type: array has \"items\"; it is missing here"),
            of(
                    "2.0",
                    swagger("{name: a, in: query, schema: {}}"),
                    "3 field-conflict only a parameter in: body has a \"schema\"; write \"type\""),
            of(
                    "2.0",
                    swagger("{name: a, in: query, type: file}"),
                    "3 field-conflict only a parameter in: formData is a file"),
            of(
                    "2.0",
                    "paths: {}\nparameters: []",
                    "4 shape \"parameters\" is an object in OpenAPI; what stands here is passed over"),
            of(
                    "2.0",
                    "paths: {/a: {get: {responses: {2XX: {description: Ok.}}}}}",
                    "3 response-status \"2XX\" is no status; write one such as 200, 4XX or default"),
            of(
                    "2.0",
                    "paths: {}\nsecurityDefinitions: {a: {type: oauth2, flow: implicit, scopes: {}}}",
                    "4 field-missing the flow implicit has \"authorizationUrl\"; it is missing here"));

    @ParameterizedTest
    @FieldSource("CASES")
    void tellsEachFaultAtItsLine(Case each) {
        String root = each.version().equals("2.0") ? "swagger: '2.0'" : "openapi: '" + each.version() + "'";

        assertThat(
                        WholeDocument.slips(
                                        WholeDocument.node(root + "\ninfo: {title: T, version: '1'}\n" + each.text()))
                                .stream()
                                .map(slip -> slip.node().place().line() + " " + slip.rule() + " " + slip.message()))
                .containsExactlyElementsOf(each.told());
    }

    @Test
    void looksAtWhatAReferenceLeadsToOnce() {
        assertThat(WholeDocument.slips(WholeDocument.node("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths: {/a: {parameters: [{$ref: '#/components/parameters/P'}], get: {parameters: [{$ref: '#/components/parameters/P'}]}}}
                components: {parameters: {P: {name: q, in: query, requird: true, schema: {}}}}
                """)))
                .extracting(Slip::message)
                .containsExactly("\"requird\" is no field of a parameter; did you mean \"required\"?");
    }

    @Test
    void goesOnWhereAReferenceLeadsNowhere() {
        Stream<String> told = WholeDocument.slips(WholeDocument.node(
                        "openapi: 3.1.0\ninfo: {title: T, version: '1', odd: 1}\npaths: {/a: {$ref: 'nowhere.yaml'}}"))
                .stream()
                .map(Slip::message);

        assertThat(told).containsExactly("\"odd\" is no field of an info.");
    }
}
