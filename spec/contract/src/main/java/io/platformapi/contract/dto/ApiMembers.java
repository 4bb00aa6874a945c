package io.platformapi.contract.dto;

import io.platformapi.contract.dto.DtoType.Scalar;
import java.util.function.UnaryOperator;

/** What the platform's own files tell of members of requests. */
final class ApiMembers {

    private ApiMembers() {}

    static String annotation(DtoMember member, UnaryOperator<String> literal) {
        String required = member.isSure() ? ", IsRequired=true" : "";
        return "@ApiMember(DataType=" + literal.apply(type(member.type())) + required + ", Name="
                + literal.apply(member.wire()) + ")";
    }

    private static String type(DtoType type) {
        if (type instanceof DtoType.Named named) {
            return named.name();
        }
        if (type instanceof DtoType.ListOf list) {
            return "List<" + type(list.items()) + ">";
        }
        if (type instanceof DtoType.MapOf map) {
            return "Dictionary<string," + type(map.values()) + ">";
        }
        return type instanceof Scalar scalar ? name(scalar) : "object";
    }

    private static String name(Scalar scalar) {
        return switch (scalar) {
            case TEXT, BYTES -> "string";
            case UUID -> "Guid";
            case MOMENT, DAY -> "DateTime";
            case INT -> "int";
            case LONG -> "long";
            case FLOAT -> "float";
            case DOUBLE -> "double";
            case DECIMAL -> "decimal";
            case BOOLEAN -> "bool";
            case ANY -> "object";
        };
    }
}
