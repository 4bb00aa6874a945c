package io.platformapi.compat;

import io.platformapi.contract.dialect.Contract;
import io.platformapi.contract.source.Node;
import io.platformapi.report.Finding;
import io.platformapi.report.Site;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The members that a consumer sends: a schema of its document may take in all that the contract says of an object, and
 * beside that be closed but for a few of its members.
 */
record ConsumerMembers(Contract contract) {

    private static final Pattern BODY = Pattern.compile("body \\((.*)\\) (/.*)");

    /** Whether the consumer may use a member that a finding is about; of answers, all that its document has. */
    boolean maySend(Finding loss) {
        for (Site site : loss.sites()) {
            Matcher body = BODY.matcher(site.place());
            if (body.matches()) {
                List<String> path = Node.tokens(body.group(2));
                return schema(site.subject(), body.group(1))
                        .map(schema -> mayHave(schema, path))
                        .orElse(true);
            }
        }
        return true;
    }

    private Optional<Node> schema(String subject, String type) {
        return contract.operations().stream()
                .filter(each -> each.toString().equals(subject))
                .flatMap(each -> each.body().stream())
                .flatMap(body -> body.contents().stream())
                .filter(content -> content.type().toString().equals(type))
                .map(content -> content.schema().written())
                .findFirst();
    }

    private static boolean mayHave(Node whole, List<String> path) {
        Node schema = whole.resolved();
        for (String name : path) {
            Node declared = schema.member("properties").member(name);
            Node others = schema.member("additionalProperties");
            boolean closed = others.json().isBoolean() && !others.json().asBoolean();
            if (!declared.exists() && closed) {
                return false;
            }
            boolean any = name.equals("*");
            Node items = any && schema.member("items").exists() ? schema.member("items") : others;
            schema = (declared.exists() ? declared : any ? items : declared).resolved();
        }
        return true;
    }
}
