package io.platformapi.verify;
import java.util.List;
import org.junit.jupiter.api.Test;
class DebugTest {
    @Test
    void xml() {
        Shop shop = new Shop();
        ShopMistakesTest.outcome(request -> { var a = shop.answer(request); if (a.headers().text("Content-Type").contains("xml") && a.body().length < 400) System.out.println(request.target() + " " + a.text()); 
           if (request.method().equals("PATCH") && a.status() == 200) System.out.println("PATCH " + request.target() + " " + ShopRow.body(request)); return a; }, List.of("listItems", "addItem", "getItem", "changeItem"), 1);
    }
}
