package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.platformapi.contract.format.Json;
import io.platformapi.contract.format.MalformedBody;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import io.platformapi.verify.checks.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list comes in the order that is asked for. */
class SortedShopTest {

    private static final List<String> SCOPE = List.of("listItems", "addItem", "getItem");

    /** A shop whose lists are sorted by a member in an order of one's own, where that is asked for. */
    private static Target sorting(String member, Comparator<JsonNode> order) {
        Shop shop = new Shop();
        return request -> {
            HttpResponse answer = shop.answer(request);
            boolean sorted = request.query().contains("sort=" + member) && answer.status() == 200;
            return sorted
                            && answer.contentType()
                                    .filter(type -> type.syntax().equals("json"))
                                    .isPresent()
                    ? sorted(request, answer, order)
                    : answer;
        };
    }

    private static HttpResponse sorted(HttpRequest request, HttpResponse answer, Comparator<JsonNode> order) {
        try {
            List<JsonNode> items = new ArrayList<>();
            new Json().read(answer.body()).forEach(items::add);
            items.sort(order);
            ArrayNode list = JsonNodeFactory.instance.arrayNode().addAll(items);
            return new HttpResponse(answer.status(), answer.headers(), new Json().write(list));
        } catch (MalformedBody e) {
            throw new IllegalStateException(request.target(), e);
        }
    }

    private static Collection<Cause> causes(Comparator<JsonNode> order) {
        return ShopMistakesTest.outcome(sorting("price", order), SCOPE, 1).causes();
    }

    @Test
    void mayRiseOrFallWhereTheDocumentDoesNotSay() {
        Comparator<JsonNode> price =
                Comparator.comparing(item -> item.path("price").decimalValue());

        assertThat(causes(price)).extracting(Cause::first).isEmpty();
        assertThat(causes(price.reversed())).extracting(Cause::first).isEmpty();
    }

    @Test
    void isBlamedWhereItIsNoOrderAtAll() {
        Comparator<JsonNode> digits =
                Comparator.comparing(item -> item.path("price").asText().hashCode());

        assertThat(causes(digits))
                .extracting(
                        cause -> cause.first().check(), cause -> cause.first().cause())
                .contains(tuple("sorted-as-asked", "A list is not in the order that was asked for: price."));
    }

    /** {@code -created} is {@code createdAt}, and a moment is later than another however long its text is. */
    @Test
    void isBlamedWhereItIsNotThatOfTheMoments() {
        Comparator<JsonNode> born =
                Comparator.comparing(item -> item.path("createdAt").asText());

        assertThat(ShopMistakesTest.outcome(sorting("-created", born.reversed()), SCOPE, 1)
                        .causes())
                .extracting(Cause::first)
                .isEmpty();
        assertThat(ShopMistakesTest.outcome(sorting("-created", born), SCOPE, 1).causes())
                .extracting(cause -> cause.first().cause())
                .contains("A list is not in the order that was asked for: -created.");
    }
}
