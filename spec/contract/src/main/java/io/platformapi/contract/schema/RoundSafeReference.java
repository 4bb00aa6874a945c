package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import io.platformapi.contract.source.Lazy;

/**
 * The keyword {@code $ref}, which ends where it would go round for ever.
 *
 * <p>A base whose {@code oneOf} lists children that are each {@code allOf} the base asks of one value whether it is the
 * base while it asks just that. Such a question is answered by <em>yes</em> where it comes up again: everything else
 * that the schemas say of the value is still checked.
 */
final class RoundSafeReference implements Keyword {

    private final Targets targets;

    RoundSafeReference(Targets targets) {
        this.targets = targets;
    }

    /** Where references lead. */
    @FunctionalInterface
    interface Targets {

        /** The compiled schema that a reference in a file leads to. */
        Schema of(String file, String reference);
    }

    @Override
    public String getValue() {
        return "$ref";
    }

    @Override
    public KeywordValidator newValidator(
            SchemaLocation location, JsonNode reference, Schema parent, SchemaContext context) {
        return new Following(location, reference, parent, context);
    }

    private final class Following extends BaseKeywordValidator {

        /** Found when it is first followed: schemas may refer to themselves. */
        private final Lazy<Schema> target = new Lazy<>(this::findTarget);

        Following(SchemaLocation location, JsonNode reference, Schema parent, SchemaContext context) {
            super(RoundSafeReference.this, reference, location, parent, context);
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
            Rounds rounds = ((Validation.Bounded) context).rounds();
            if (rounds.begins(this, value)) {
                try {
                    target.get().validate(context, value, root, place);
                } finally {
                    rounds.ends();
                }
            }
        }

        private Schema findTarget() {
            return targets.of(
                    getSchemaLocation().getAbsoluteIri().toString(),
                    getSchemaNode().asText());
        }
    }
}
