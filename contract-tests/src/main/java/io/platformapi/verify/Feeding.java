package io.platformapi.verify;

import io.platformapi.contract.Operation;
import io.platformapi.verify.cases.Case;
import io.platformapi.verify.cases.Cases;
import io.platformapi.verify.cases.Expected.Verdict;
import io.platformapi.verify.chains.Story;
import io.platformapi.verify.chains.World;
import io.platformapi.verify.checks.Exchange;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that an operation is asked for resources that are there.
 *
 * <p>What the document shows is asked for first, and by all cases whose point is another than their path: an id that
 * was made up leads nowhere, and what is refused for it tells nothing. Once that is not found, or is no more, they ask
 * for a resource that was made or found in a list.
 *
 * <p>Where no operation is about what a path leads through, such as the account in {@code /accounts/{account}/orders},
 * any text may do; once another than the shown one is refused, all cases have that.
 *
 * <p>An order is paid for once. Where an operation is refused for the state of its resource (409), and is not for that
 * of another, each case of it has a resource that nobody has used up.
 */
final class Feeding {

    /** How many fresh resources in a row may be refused for their state, before no other is tried. */
    private static final int MOST_IN_VAIN = 2;

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    private final World world;
    private final Cases cases;
    private final Set<String> used = new HashSet<>();
    private final Map<String, Case> firsts = new LinkedHashMap<>();
    private @Nullable Operation operation;
    private String shown = "";
    private String version = "";
    private boolean knows;
    private boolean feeds;
    private boolean works;
    private boolean isGone;
    private boolean spends;
    private int inVain;

    Feeding(World world, Cases cases) {
        this.world = world;
        this.cases = cases;
    }

    /** Begins with another operation, and what is asked first of it. */
    void begin(Operation next, Optional<Case> first) {
        operation = next;
        shown = first.filter(one -> next.path().segments().stream()
                        .anyMatch(segment -> !segment.variables().isEmpty()))
                .map(one -> one.request().path())
                .orElse("");
        knows = world.knows(next);
        feeds = knows;
        works = false;
        version = first.map(one -> one.request().headers().text("If-Match")).orElse("");
        isGone = false;
        spends = false;
        inVain = 0;
        used.clear();
    }

    /**
     * A case as it is sent.
     *
     * @param meant the case before
     * @param isPlaced whether it asks for a resource that was made or found, in place of what is no more
     */
    record Fed(Case meant, Case asked, boolean isPlaced) {}

    /** A case for a resource that is there, and its current version, as far as any is known. */
    Fed fed(Case asked) throws IOException {
        Fed fed = placed(asked);
        if (fed.isPlaced()) {
            used.add(fed.asked().request().path());
        }
        String named = asked.request().headers().text("If-Match");
        boolean names =
                !named.isEmpty() && (named.equals(version) || asked.expected().verdict() != Verdict.REFUSED);
        return operation != null && names ? new Fed(asked, world.current(operation, fed.asked()), fed.isPlaced()) : fed;
    }

    private Fed placed(Case asked) throws IOException {
        if (operation == null || shown.isEmpty() || !feeds) {
            return new Fed(asked, asked, false);
        }
        if (!isOfOneThatIsThere(asked) && !cases.isForAnyResource(operation, asked)) {
            return new Fed(asked, near(operation, asked), false);
        }
        return isGone && knows
                ? new Fed(asked, world.placed(operation, asked), true)
                : new Fed(asked, asked.asking(asked.request().withPath(shown)), false);
    }

    /** Whether a case asks for what is shown, or for what was put in its place. */
    private boolean isOfOneThatIsThere(Case asked) {
        return asked.request().path().equals(shown)
                || used.contains(asked.request().path());
    }

    /** An id that is broken at its end is so at the end of one that is there. */
    private Case near(Operation asking, Case asked) throws IOException {
        String path = asked.request().path();
        boolean longer = path.startsWith(shown) && path.indexOf('/', shown.length()) < 0;
        if (!isGone || !knows || !longer) {
            return asked;
        }
        Case there = world.placed(asking, asked.asking(asked.request().withPath(shown)));
        String broken = there.request().path() + path.substring(shown.length());
        return asked.asking(asked.request().withPath(broken));
    }

    /** What each operation answered first that changes nothing: a server that grows weary does not do so again. */
    List<Case> firsts() {
        return List.copyOf(firsts.values());
    }

    /** Takes from an answer whether the resource is still there. */
    void learn(Fed fed, Exchange exchange) {
        world.saw(exchange);
        int status = exchange.answer().status();
        if (exchange.asked().request().method().equals("GET") && status / 100 == 2) {
            firsts.putIfAbsent(exchange.asked().subject(), exchange.asked().again());
        }
        boolean valid = exchange.asked().expected().verdict() != Verdict.REFUSED;
        boolean missing = valid && (status == 404 || status == 410);
        boolean removed =
                status / 100 == 2 && exchange.asked().request().method().equals("DELETE");
        if (operation == null || !isOfOneThatIsThere(exchange.asked())) {
            feeds |= works && valid && (missing || status == FORBIDDEN);
            return;
        }
        works |= valid && status / 100 == 2;
        isGone |= missing || removed;
        if (fed.isPlaced() && (missing || removed || spends && isLeftAlone(exchange))) {
            world.forget(operation);
        }
    }

    /** Whether a resource is used up, or is to be as it was when a refusal that surprises is looked at again. */
    private static boolean isLeftAlone(Exchange exchange) {
        boolean surprising = exchange.asked().expected().verdict() == Verdict.VARIED;
        return exchange.isAnsweredWith(2) || surprising && exchange.isAnsweredWith(4);
    }

    /** Whether a case was refused for the state of its resource, and had better be asked of a fresh one. */
    boolean isRefusedForState(Exchange exchange) {
        return exchange.answer().status() == CONFLICT
                && inVain < MOST_IN_VAIN
                && knows
                && isOfOneThatIsThere(exchange.asked());
    }

    /** The same case for a resource that nobody has used up, as far as there is one. */
    Fed fresh(Fed refused) throws IOException {
        isGone = true;
        world.forget(Objects.requireNonNull(operation));
        return fed(refused.meant());
    }

    /** Takes from the answer for a fresh resource whether it was the state of the other that mattered. */
    void learnFresh(Fed fresh, Exchange exchange) {
        boolean again = exchange.answer().status() == CONFLICT;
        inVain = again ? inVain + 1 : 0;
        spends |= !again;
        learn(fresh, exchange);
    }

    /** The lives of the resources, as long as there is time. */
    Story story(BooleanSupplier isOver) {
        return new Story(world, isOver);
    }
}
