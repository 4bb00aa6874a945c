package io.platformapi.compat.schema.shape;

import io.platformapi.compat.schema.language.Language;

/** What a schema demands of a string. */
public sealed interface StringAssertion extends Assertion {

    /** What is done with each of them. */
    interface Visitor<R> {
        R length(Length length);

        R pattern(Pattern pattern);

        R inLanguage(InLanguage inLanguage);

        R format(Format format);

        R content(Content content);
    }

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R byType(ByType<R> types) {
        return types.string(this);
    }

    @Override
    default boolean isDeniable(JsonType type) {
        return type == JsonType.STRING;
    }

    /** {@code minLength}, {@code maxLength}. */
    record Length(Limit limit) implements StringAssertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.length(this);
        }
    }

    /** {@code pattern}: the string contains a match. */
    record Pattern(String regex) implements StringAssertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pattern(this);
        }
    }

    /** The string is in a language that was computed, as the names left over by other patterns are. */
    record InLanguage(Language language) implements StringAssertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inLanguage(this);
        }
    }

    /** {@code format}, asserted. */
    record Format(String name) implements StringAssertion {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.format(this);
        }
    }

    /** {@code contentEncoding}, {@code contentMediaType}: what the string holds, which no validator checks. */
    record Content(String keyword, String value) implements StringAssertion {

        /** Bytes of whatever media type. */
        public static final Content OF_ANY_TYPE = new Content("contentMediaType", "*/*");

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.content(this);
        }
    }
}
