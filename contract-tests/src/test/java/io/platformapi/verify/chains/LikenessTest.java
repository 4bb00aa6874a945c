package io.platformapi.verify.chains;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.platformapi.contract.check.Applied;
import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.reader.ContractReader;
import io.platformapi.contract.source.Access;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server may spell what it is sent as it likes, and must keep it. */
class LikenessTest {

    private static final Contract CONTRACT =
            new ContractReader(Access.SAME_ORIGIN).read("""
            openapi: 3.1.1
            info: {title: T, version: '1'}
            paths: {}
            components:
              schemas:
                T:
                  type: object
                  properties:
                    a: {}
                    b: {}
                    captcha: {type: string, writeOnly: true}
                    password: {type: string}
                    status: {type: string}
            """, URI.create("file:///t.yaml"), "t.yaml");

    private static final Applied DOCUMENTED = Applied.of(CONTRACT.schema("T").orElseThrow());

    private static JsonNode json(String text) throws MalformedBody {
        return new Json().read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'a':'x y'}                       | {'a':' X  Y '}
            {'a':5}                           | {'a':5.0}
            {'a':'2026-01-01T10:00:00+02:00'} | {'a':'2026-01-01T08:00:00.000Z'}
            {'a':['x','y']}                   | {'a':['y','x']}
            {'a':{'c':1}}                     | {'a':{'c':1,'d':2}}
            {'a':null}                        | {}
            {'a':[]}                          | {}
            {'unknown':1}                     | {}
            {'captcha':'x'}                   | {}
            {'password':'x'}                  | {'password':'y'}
            {'status':'sold'}                 | {'status':'new'}
            {'a':['x','x']}                   | {'a':['x']}
            {'a':'(089) 12 34-56'}            | {'a':'089123456'}
            {'a':'0049 89 123456'}            | {'a':'+4989123456'}
            {'a':'DE89 3704 0044'}            | {'a':'DE8937040044'}
            """)
    void isLike(String sent, String shown) throws MalformedBody {
        assertThat(Likeness.ofMade().difference(json(sent), json(shown), DOCUMENTED))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'a':'x'}                         | {'a':'y'}              | /a
            {'a':5}                           | {'a':5.5}              | /a
            {'a':1,'b':2}                     | {'a':1}                | /b
            {'a':['x','x','x']}               | {'a':['x','x']}        | /a
            {'a':['x','y','x']}               | {'a':['x']}            | /a
            {'a':'12 3456'}                   | {'a':'12 3457'}        | /a
            {'a':'1.2345'}                    | {'a':'12345'}          | /a
            {'a':false}                       | {'a':true}             | /a
            {'a':null}                        | {'a':'x'}              | /a
            {'a':'2026-01-01T10:00:00Z'}      | {'a':'2026-01-01T11:00:00Z'} | /a
            """)
    void isOther(String sent, String shown, String place) throws MalformedBody {
        assertThat(Likeness.ofMade().difference(json(sent), json(shown), DOCUMENTED))
                .map(Likeness.Difference::pointer)
                .contains(place);
    }
}
