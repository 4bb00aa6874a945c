package io.platformapi.verify.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts show how a server is built. */
final class InternalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a stack trace | at com.shop.Item.add(Item.java:12)",
                "a stack trace | at com.shop.Item$Part.<init>(Item.kt:1)",
                "a stack trace | at java.base/jdk.internal.Direct.invoke(Native Method)",
                "a stack trace | at Shop.Items.Add(Item item) in C:shop.cs:line 12",
                "a stack trace | Traceback (most recent call last):",
                "a stack trace | File \"main.py\", line 3",
                "a stack trace | goroutine 12 [running]:",
                "a stack trace | at add (items.js:10:5)",
                "a stack trace | at Object.add (items.ts:10:5)",
                "a stack trace | app/models/item.rb:12:in `add'",
                "a stack trace | in index.php on line 7",
                "a stack trace | main.go:33",
                "a path of the machine | cannot open /var/lib/shop/items.db",
                "a path of the machine | C:\\Users\\shop\\items.db",
                "a statement or fault of SQL | SELECT * FROM items",
                "a statement or fault of SQL | INSERT INTO items VALUES (1)",
                "a statement or fault of SQL | DELETE FROM items",
                "a statement or fault of SQL | UPDATE items SET a = 1",
                "a statement or fault of SQL | SQLSTATE[23000]",
                "a statement or fault of SQL | sqlstate 23505",
                "a statement or fault of SQL | ORA-00942",
                "a statement or fault of SQL | You have an Error in your SQL syntax",
                "a statement or fault of SQL | syntax error at or near",
                "a statement or fault of SQL | UNIQUE constraint failed: items.id",
                "a statement or fault of SQL | Violates foreign key constraint",
                "a statement or fault of SQL | No such table: items",
                "the name of a class | org.springframework.web.BindException",
                "the name of a class | io.micronaut.http.Failure",
                "the name of a class | System.FormatException",
                "the name of a class | NullPointerException",
                "the name of a class | KeyError: 'price'",
                "the name of a class | sqlalchemy.exc",
                "the name of a class | psycopg2",
                "the name of a class | sqlite3.Row",
                "the name of a class | undefined method 'price'"
            })
    void isShownBy(String what, String text) {
        assertThat(Internals.in("{\"detail\":\"" + text + "\"}").map(Internals.Shown::what))
                .contains(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Email Address' is not a valid email address.",
                "You selected three items from the list",
                "an update is set for 10:30",
                "No such contact: 7. See https://api.example.com/home/errors/no-such-contact",
                "the time in Java is good; the error is yours",
                "write to support@shop.example.com",
                "/items/7/home/usr is not a path of this API",
                "Exception to the rule: error 12"
            })
    void isNotShownBy(String text) {
        assertThat(Internals.in(text)).isEmpty();
    }

    @Test
    void tellsTheMostTellingFirst() {
        assertThat(Internals.in("at com.shop.Item.add(Item.java:12)"))
                .first()
                .isEqualTo(new Internals.Shown("a stack trace", "at com.shop.Item.add(Item.java:12)"));
    }
}
