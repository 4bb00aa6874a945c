package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.platformapi.contract.check.ResponseCheck.Undocumented;
import io.platformapi.contract.http.Headers;
import io.platformapi.verify.Shop.Mistake;
import io.platformapi.verify.cases.Budget;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Credentials;
import io.platformapi.verify.checks.Checks;
import io.platformapi.verify.checks.Target;
import java.util.*;
import org.junit.jupiter.api.Test;

class ShopTest {
    static Outcome outcome(Target target, String... ids) {
        Credentials credentials = Credentials.of(Headers.of("Authorization", "Bearer key"), Shop.CONTRACT);
        Cases cases = new Cases(Shop.CONTRACT, credentials, new Budget(3, 60, 1));
        return new Verification(cases, Checks.of(Shop.CONTRACT, Undocumented.ALLOWED), target, Verification.Progress.NONE)
                .outcome(Shop.CONTRACT.operations().stream().filter(o -> ids.length == 0 || Set.of(ids).contains(o.id())).toList());
    }

    @Test
    void good() {
        long t = System.nanoTime();
        Outcome o = outcome(new Shop());
        System.out.println(o.requests() + " " + o.tested() + o.untested() + (System.nanoTime() - t) / 1000000);
        assertThat(o.causes()).isEmpty();
    }

    @Test
    void each() {
        for (Mistake m : Mistake.values()) {
            long t = System.nanoTime();
            Outcome o = outcome(new Shop(m));
            System.out.println(m + ": " + o.causes().stream().map(c -> c.first().check()).distinct().toList() + " " + (System.nanoTime() - t) / 1000000);
        }
    }

    @Test
    void strict() {
        Map<String, java.util.function.Predicate<io.platformapi.contract.http.HttpRequest>> all = new LinkedHashMap<>();
        for (String text : List.of("\"book\"", "\"available\":false", "\"available\":true", "O'Neil", "😀", "日本", "+b@", "\"stock\":0", "\"stock\":50", "\"tags\":[]", "null", "xUnknown", "\"released\"", "\\u00", "\n", "2024-02-29", "+02:00", ".000Z", "\"price\":0,", "\"price\":1000", "007", "\"parts\":[{\"label\":\"xxxxxxxxxx\"")) {
            all.put(text, r -> r.hasBody() && new String(r.body(), java.nio.charset.StandardCharsets.UTF_8).contains(text));
        }
        for (String text : List.of("size", "mail", "code", "remark", "tags", "parts")) {
            all.put("no " + text, r -> r.hasBody() && !new String(r.body(), java.nio.charset.StandardCharsets.UTF_8).contains("\"" + text + "\""));
        }
        for (String text : List.of("kind=tool", "available=false", "limit=1&", "limit=100", "offset=0", "sort=price", "minPrice=0", "tag=")) {
            all.put("query " + text, r -> (r.query() + "&").contains(text));
        }
        all.put("sku upper", r -> r.hasBody() && new String(r.body()).matches("(?s).*\"sku\":\"[^\"]*[A-F].*"));
        all.put("charset", r -> r.headers().text("Content-Type").contains("charset"));
        all.put("type upper", r -> r.headers().text("Content-Type").contains("JSON"));
        all.put("no query", r -> r.method().equals("GET") && r.path().equals("/items") && r.query().isEmpty());
        all.put("cookie", r -> r.headers().text("Cookie").contains("theme=light"));
        all.put("trace upper", r -> r.headers().text("X-Trace").matches(".*[A-F].*"));
        for (var e : all.entrySet()) {
            long t = System.nanoTime();
            Outcome o = outcome(new Shop().refusing(e.getValue()), "listItems", "addItem", "getItem");
            System.out.println(e.getKey() + ": " + o.causes().stream().map(c -> c.first().check() + " " + c.first().cause()).distinct().limit(2).toList() + " " + (System.nanoTime() - t) / 1000000);
        }
    }
}
