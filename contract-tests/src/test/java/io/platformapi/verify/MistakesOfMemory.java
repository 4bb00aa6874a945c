package io.platformapi.verify;

import static io.platformapi.verify.ShopRow.changed;
import static io.platformapi.verify.ShopRow.forgetful;
import static io.platformapi.verify.ShopRow.text;

import io.platformapi.verify.Shop.Mistake;
import java.util.stream.Stream;

/** Shops that lose, mix up or keep what they should not. */
final class MistakesOfMemory {

    private MistakesOfMemory() {}

    static Stream<ShopRow> rows() {
        return Stream.of(
                forgetful(Mistake.LOSES_TAGS, "created-is-kept"),
                forgetful(Mistake.LOSES_SIZE_HEIGHT, "created-is-kept"),
                forgetful(Mistake.CHANGES_NAME, "created-is-kept"),
                forgetful(Mistake.ROUNDS_PRICE, "created-is-kept"),
                forgetful(Mistake.FORGETS_NEW_ITEMS, "created-is-found"),
                forgetful(Mistake.SAME_ID, "created-is-found"),
                forgetful(Mistake.LOCATION_OF_ANOTHER, "created-is-found"),
                forgetful(Mistake.ADDING_CHANGES_OTHERS, "rest-is-kept"),
                forgetful(Mistake.READS_FIRST_ITEM, "asked-is-answered"),
                forgetful(Mistake.ANSWERS_UNKNOWN, "asked-is-answered"),
                forgetful(Mistake.NOTES_OF_ALL, "asked-is-answered", "addItem", "addNote", "getNote", "getItem"),
                forgetful(Mistake.NOTE_LOST, "created-is-found", "addItem", "addNote", "getNote", "getItem"),
                forgetful(Mistake.LIST_LACKS_LAST, "created-is-listed"),
                forgetful(Mistake.LIST_REPEATS, "created-is-listed"),
                forgetful(Mistake.LIST_SHOWS_OTHER_PRICE, "created-is-listed"),
                forgetful(Mistake.LIST_IN_ANY_ORDER, "same-again"),
                forgetful(Mistake.READ_COUNTS_STOCK, "same-again"),
                forgetful(Mistake.FILTER_KIND_IGNORED, "filter-keeps-what-it-says"),
                forgetful(Mistake.FILTER_KIND_LOSES, "filter-keeps-what-it-says"),
                forgetful(Mistake.FILTER_AVAILABLE_INVERTED, "filter-keeps-what-it-says"),
                forgetful(Mistake.FILTER_PRICE_IGNORED, "filter-keeps-what-it-says"),
                forgetful(Mistake.FILTER_TAG_IGNORED, "filter-keeps-what-it-says"),
                forgetful(Mistake.LIMIT_IGNORED, "paging-loses-nothing"),
                forgetful(Mistake.PAGE_OVERLAPS, "paging-loses-nothing"),
                forgetful(Mistake.PAGE_SKIPS, "paging-loses-nothing"),
                forgetful(Mistake.OFFSET_IGNORED, "paging-loses-nothing"),
                forgetful(Mistake.PUT_KEEPS_NAME, "change-is-kept"),
                forgetful(Mistake.PUT_LOSES_ITEM, "change-is-kept"),
                forgetful(Mistake.PUT_MAKES_ANOTHER, "rest-is-kept"),
                forgetful(Mistake.PUT_CHANGES_ALL, "rest-is-kept"),
                forgetful(Mistake.PUT_APPENDS_TAGS, "repeat-changes-nothing"),
                forgetful(Mistake.PATCH_CHANGES_ID, "rest-is-kept"),
                forgetful(Mistake.PATCH_CHANGES_BIRTH, "rest-is-kept"),
                forgetful(Mistake.PATCH_OF_ONE_LOSES_SIZE, "rest-is-kept"),
                forgetful(Mistake.PUT_MERGES, "change-is-kept"),
                forgetful(Mistake.PATCH_IGNORED, "change-is-kept"),
                forgetful(Mistake.PATCH_ANSWERS_ONLY, "change-is-kept"),
                forgetful(Mistake.PATCH_FALSE_IGNORED, "change-is-kept"),
                forgetful(Mistake.PATCH_LOSES_REST, "rest-is-kept"),
                forgetful(Mistake.PATCH_CHANGES_OTHERS, "rest-is-kept"),
                forgetful(Mistake.REFUSED_PUT_IS_DONE, "refused-changes-nothing"),
                forgetful(Mistake.REFUSED_PATCH_IS_DONE, "refused-changes-nothing"),
                forgetful(Mistake.REFUSED_POST_IS_DONE, "refused-changes-nothing"),
                forgetful(Mistake.DELETE_DOES_NOTHING, "removed-is-gone"),
                forgetful(Mistake.DELETE_STAYS_LISTED, "removed-is-gone"),
                forgetful(Mistake.DELETE_REMOVES_ALL, "rest-is-kept"),
                forgetful(Mistake.SECOND_DELETE_FAILS, "no-server-error"),
                changed(
                        "XML has other prices",
                        "same-in-every-format",
                        (request, answer) ->
                                answer.headers().text("Content-Type").contains("xml")
                                        ? text(answer, answer.text().replaceAll("<price>[^<]*", "<price>1"))
                                        : answer,
                        "listItems",
                        "addItem",
                        "getItem"));
    }
}
