package io.platformapi.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.path.NodePath;
import java.util.function.Predicate;

/** Holds values to a keyword of ours, and tells those that break it as the validator tells its own. */
final class ExactCheck extends BaseKeywordValidator {

    private final Predicate<JsonNode> holds;
    private final String told;

    /**
     * A check at a place.
     *
     * @param told the argument, as an error has it
     * @param holds whether a value keeps the keyword
     */
    ExactCheck(
            Keyword keyword,
            SchemaLocation location,
            JsonNode argument,
            Schema parent,
            SchemaContext context,
            String told,
            Predicate<JsonNode> holds) {
        super(keyword, argument, location, parent, context);
        this.holds = holds;
        this.told = told;
    }

    @Override
    public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath place) {
        if (!holds.test(value)) {
            context.addError(error().instanceNode(value)
                    .instanceLocation(place)
                    .evaluationPath(context.getEvaluationPath())
                    .locale(context.getExecutionConfig().getLocale())
                    .arguments(told)
                    .build());
        }
    }
}
