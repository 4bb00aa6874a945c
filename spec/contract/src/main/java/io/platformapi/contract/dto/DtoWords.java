package io.platformapi.contract.dto;

import io.platformapi.contract.dto.DtoType.Scalar;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How a language names what members hold.
 *
 * @param scalars the names of values without parts
 * @param named around the name of a type of the file
 * @param list around the name of what it holds
 * @param map the same, for values by text
 * @param union between the names of alternatives; empty where the language has none
 */
record DtoWords(
        Map<Scalar, String> scalars,
        UnaryOperator<String> named,
        UnaryOperator<String> list,
        UnaryOperator<String> map,
        String union) {

    /** What the files of some language mean something else by. */
    static final Set<String> TAKEN = Set.of("""
            Any ApiMember Array ArrayList BigDecimal Bool Boolean Codable CodingKeys Data DataContract
            DataMember Date DateTime Decimal Decoder Dict Dictionary Double Dtos Encoder Enum False Float
            Guid HashMap Int Int32 Int64 Integer IntEnum IReturn JsonElement LetterCase List Long Map None
            Object Optional Override Partial Protocol Record Self SerializedName String System True Type
            Undefined Uint8List UUID
            """.strip().split("\\s+"));

    String of(DtoType type) {
        if (type instanceof DtoType.Named declared) {
            return this.named.apply(declared.name());
        }
        if (type instanceof DtoType.ListOf items) {
            return list.apply(of(items.items()));
        }
        if (type instanceof DtoType.MapOf values) {
            return map.apply(of(values.values()));
        }
        if (type instanceof DtoType.OneOf alternatives) {
            return union.isEmpty()
                    ? word(Scalar.ANY)
                    : alternatives.alternatives().stream().map(this::of).collect(Collectors.joining(union, "(", ")"));
        }
        return word((Scalar) type);
    }

    private String word(Scalar scalar) {
        return scalars.getOrDefault(scalar, scalars.getOrDefault(Scalar.ANY, ""));
    }
}
