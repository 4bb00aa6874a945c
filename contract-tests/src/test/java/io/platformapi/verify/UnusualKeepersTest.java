package io.platformapi.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platformapi.contract.http.HttpRequest;
import io.platformapi.contract.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Servers that keep what they are sent in ways of their own are not blamed. */
class UnusualKeepersTest {

    @Test
    void ofPagesThatOnlyALinkLeadsThrough() {
        assertThat(Keeper.blamed(new Keeper())).isEmpty();
    }

    @Test
    void whoseThingsAreOneClientsAndMayBePushedByAll() {
        assertThat(Keeper.blamed(new Keeper() {
                    @Override
                    HttpResponse ofOne(String operation, ObjectNode thing, HttpRequest request) {
                        boolean writes = Set.of("replace", "change", "remove").contains(operation);
                        return writes && isOther(request) ? status(403) : super.ofOne(operation, thing, request);
                    }

                    @Override
                    void pushed(ObjectNode thing) {
                        thing.put("rank", thing.path("rank").asInt() + 1);
                    }
                }))
                .isEmpty();
    }

    /** What is promised (202) goes on by itself while it is looked at. */
    @Test
    void whoseThingsAreMadeLater() {
        assertThat(Keeper.blamed(new Keeper() {
                    @Override
                    HttpResponse add(ObjectNode thing, HttpRequest request) {
                        HttpResponse made = super.add(thing, request);
                        return new HttpResponse(202, made.headers(), made.body());
                    }

                    @Override
                    HttpResponse ofOne(String operation, ObjectNode thing, HttpRequest request) {
                        HttpResponse answer = super.ofOne(operation, thing, request);
                        thing.put("first", !thing.path("first").asBoolean());
                        return answer;
                    }
                }))
                .isEmpty();
    }

    @Test
    void whoseThingsAreCountedAmongOthers() {
        assertThat(Keeper.blamed(new Keeper() {
                    @Override
                    void added(ObjectNode thing) {
                        things.values()
                                .forEach(other ->
                                        other.put("rank", other.path("rank").asInt() + 1));
                    }

                    @Override
                    void changed(ObjectNode thing) {
                        added(thing);
                    }
                }))
                .isEmpty();
    }

    @Test
    void ofWhichOneIsTheFirst() {
        assertThat(Keeper.blamed(new Keeper() {
                    @Override
                    void added(ObjectNode thing) {
                        pushed(thing);
                    }

                    @Override
                    void pushed(ObjectNode thing) {
                        things.values().forEach(other -> other.put("state", other == thing ? "in use" : "spare"));
                    }
                }))
                .isEmpty();
    }

    @Test
    void thatMakeAnotherVersionOfWhatIsReplaced() {
        assertThat(Keeper.blamed(new Keeper() {
                    @Override
                    HttpResponse ofOne(String operation, ObjectNode thing, HttpRequest request) {
                        return operation.equals("replace")
                                ? add(body(request), request)
                                : super.ofOne(operation, thing, request);
                    }
                }))
                .isEmpty();
    }

    @Test
    void thatMoveWhatIsRenamed() {
        assertThat(Keeper.blamed(new Keeper() {
                    @Override
                    HttpResponse ofOne(String operation, ObjectNode thing, HttpRequest request) {
                        String name = thing.get("name").asText();
                        String old = id(thing);
                        HttpResponse answer = super.ofOne(operation, thing, request);
                        if (name.equals(thing.get("name").asText())) {
                            return answer;
                        }
                        things.remove(old);
                        thing.put("id", Integer.parseInt(old) + 500);
                        things.put(id(thing), thing);
                        return Shop.json(200, thing);
                    }
                }))
                .isEmpty();
    }

    @Test
    void thatWriteTelephonesAndTagsTheirWay() {
        assertThat(Keeper.blamed(new Keeper() {
                    @Override
                    void added(ObjectNode thing) {
                        if (thing.has("phone")) {
                            thing.put("phone", "+" + thing.get("phone").asText().replaceAll("[ +]", ""));
                        }
                        if (thing.has("tags")) {
                            Set<String> once = new java.util.TreeSet<>();
                            thing.get("tags").forEach(tag -> once.add(tag.asText()));
                            thing.putArray("tags")
                                    .addAll(once.stream().map(thing::textNode).toList());
                        }
                    }

                    @Override
                    void changed(ObjectNode thing) {
                        added(thing);
                    }
                }))
                .isEmpty();
    }

    @Test
    void thatTellWhereTheLastChangeOfWhatWasCreatedCameFrom() {
        assertThat(Keeper.blamed(new Keeper() {
                    @Override
                    void added(ObjectNode thing) {
                        thing.put("createdFrom", "web");
                    }

                    @Override
                    void changed(ObjectNode thing) {
                        thing.put("createdFrom", "elsewhere");
                    }
                }))
                .isEmpty();
    }

    @Test
    void thatMarkWhatIsRead() {
        assertThat(Keeper.blamed(new Keeper() {
                    @Override
                    void added(ObjectNode thing) {
                        thing.put("state", "unread");
                    }

                    @Override
                    HttpResponse ofOne(String operation, ObjectNode thing, HttpRequest request) {
                        thing.put(
                                "state",
                                operation.equals("read")
                                        ? "read"
                                        : thing.get("state").asText());
                        return super.ofOne(operation, thing, request);
                    }
                }))
                .isEmpty();
    }

    @Test
    void thatSignAddressesEachTime() {
        assertThat(Keeper.blamed(new Keeper() {
                    private int signed;

                    @Override
                    HttpResponse ofOne(String operation, ObjectNode thing, HttpRequest request) {
                        thing.put("downloadUrl", "https://files.example.org/1?key=" + signed++);
                        return super.ofOne(operation, thing, request);
                    }

                    @Override
                    HttpResponse list(HttpRequest request) {
                        things.values()
                                .forEach(thing -> thing.put("downloadUrl", "https://files.example.org/" + signed++));
                        return super.list(request);
                    }
                }))
                .isEmpty();
    }

    @Test
    void thatKeepAHistory() {
        assertThat(Keeper.blamed(new Keeper() {
                    @Override
                    void added(ObjectNode thing) {
                        thing.withArray("history").add("made");
                    }

                    @Override
                    void changed(ObjectNode thing) {
                        thing.withArray("history").add("changed");
                    }
                }))
                .isEmpty();
    }

    @Test
    void whoseCopiesFollowALittleLater() {
        assertThat(Keeper.blamed(new Keeper() {
                    private ObjectNode stale;

                    @Override
                    HttpResponse ofOne(String operation, ObjectNode thing, HttpRequest request) {
                        ObjectNode copy = stale;
                        boolean reads = operation.equals("read") && copy != null && id(copy).equals(id(thing));
                        stale = Set.of("replace", "change").contains(operation) ? thing.deepCopy() : null;
                        return reads ? Shop.json(200, copy) : super.ofOne(operation, thing, request);
                    }
                }))
                .isEmpty();
    }

    @Test
    void thatShowOthersLess() {
        assertThat(Keeper.blamed(new Keeper() {
                    @Override
                    HttpResponse ofOne(String operation, ObjectNode thing, HttpRequest request) {
                        if (isOther(request)) {
                            return operation.equals("read")
                                    ? Shop.json(200, thing.deepCopy().retain("id", "name"))
                                    : status(403);
                        }
                        return super.ofOne(operation, thing, request);
                    }
                }))
                .isEmpty();
    }

    @Test
    void ofWhichThereIsOneAlone() {
        assertThat(Keeper.blamed(new Keeper(), "getSettings", "setSettings"))
                .noneMatch(what -> what.startsWith("created-is-kept"));
    }

    @Test
    void thatTakeNothingButTheirExample() {
        assertThat(Keeper.blamed(
                        new Keeper() {
                            @Override
                            HttpResponse ofNone(String operation, String id, HttpRequest request) {
                                if (!operation.equals("replace") || !id.equals("1")) {
                                    return status(404);
                                }
                                ObjectNode thing = body(request).put("id", 1);
                                things.put(id, thing);
                                return Shop.json(201, thing);
                            }
                        },
                        "read",
                        "replace"))
                .noneMatch(what -> what.startsWith("rest-is-kept"));
    }
}
