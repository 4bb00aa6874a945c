package io.platformapi.contract.dto;

import io.platformapi.contract.dto.DtoType.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Classes for Swift that are {@code Codable}, with a decoder and an encoder for their moments. Members of a base stand
 * in each class: what Swift makes of {@code Codable} by itself passes over those that are inherited.
 */
final class SwiftDtos implements DtoLanguage {

    private static final Set<String> KEYWORDS = Set.of("""
            Any as associatedtype break case catch class continue default defer deinit do else enum
            extension fallthrough false fileprivate for func guard if import in init inout internal is let
            nil operator private precedencegroup protocol public repeat rethrows return self Self static
            struct subscript super switch throw throws true try Type Protocol typealias var where while
            encode hash _
            """.strip().split("\\s+"));
    private static final DtoWords WORDS = new DtoWords(
            Map.ofEntries(
                    Map.entry(Scalar.TEXT, "String"),
                    Map.entry(Scalar.UUID, "UUID"),
                    Map.entry(Scalar.MOMENT, "Date"),
                    Map.entry(Scalar.DAY, "String"),
                    Map.entry(Scalar.BYTES, "String"),
                    Map.entry(Scalar.INT, "Int32"),
                    Map.entry(Scalar.LONG, "Int64"),
                    Map.entry(Scalar.FLOAT, "Float"),
                    Map.entry(Scalar.DOUBLE, "Double"),
                    Map.entry(Scalar.DECIMAL, "Decimal"),
                    Map.entry(Scalar.BOOLEAN, "Bool"),
                    Map.entry(Scalar.ANY, "AnyJson")),
            name -> name,
            items -> "[" + items + "]",
            values -> "[String: " + values + "]",
            "");
    private static final List<String> START = """
            import Foundation

            /// Reads and writes moments as they are on the wire, parts of a second or none.
            public enum Wire {
                public static func decoder() -> JSONDecoder {
                    let decoder = JSONDecoder()
                    decoder.dateDecodingStrategy = .custom { from in
                        let text = try from.singleValueContainer().decode(String.self)
                        let whole = ISO8601DateFormatter()
                        let parts = ISO8601DateFormatter()
                        parts.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
                        if let date = whole.date(from: text) ?? parts.date(from: text) {
                            return date
                        }
                        throw DecodingError.dataCorrupted(.init(codingPath: from.codingPath, debugDescription: "no moment: " + text))
                    }
                    return decoder
                }

                public static func encoder() -> JSONEncoder {
                    let encoder = JSONEncoder()
                    encoder.dateEncodingStrategy = .iso8601
                    return encoder
                }
            }

            /// Whatever JSON has.
            public enum AnyJson: Codable {
                case null
                case bool(Bool)
                case number(Double)
                case text(String)
                case list([AnyJson])
                case object([String: AnyJson])

                public init(from decoder: Decoder) throws {
                    let value = try decoder.singleValueContainer()
                    if value.decodeNil() { self = .null }
                    else if let bool = try? value.decode(Bool.self) { self = .bool(bool) }
                    else if let number = try? value.decode(Double.self) { self = .number(number) }
                    else if let text = try? value.decode(String.self) { self = .text(text) }
                    else if let list = try? value.decode([AnyJson].self) { self = .list(list) }
                    else { self = .object(try value.decode([String: AnyJson].self)) }
                }

                public func encode(to encoder: Encoder) throws {
                    var value = encoder.singleValueContainer()
                    switch self {
                    case .null: try value.encodeNil()
                    case .bool(let bool): try value.encode(bool)
                    case .number(let number): try value.encode(number)
                    case .text(let text): try value.encode(text)
                    case .list(let list): try value.encode(list)
                    case .object(let object): try value.encode(object)
                    }
                }
            }""".lines().toList();

    @Override
    public String id() {
        return "swift";
    }

    @Override
    public String title() {
        return "Swift";
    }

    @Override
    public String file() {
        return "dtos.swift";
    }

    @Override
    public String text(Dtos dtos) {
        DtoSource source = new DtoSource().comment("//", "Types of " + dtos.title() + ", made from its document.");
        source.lines(START);
        dtos.declared().forEach(dto -> write(dto, source));
        return source.text();
    }

    private static void write(Dto dto, DtoSource source) {
        source.line("").comment("//", String.join("\n", dto.routes())).comment("///", dto.description());
        if (dto instanceof Dto.Choice choice) {
            source.line("public enum " + choice.name() + ": String, Codable {").block("}", () -> {
                DtoNames names = new DtoNames();
                choice.values()
                        .forEach(value -> source.line("case " + escaped(names.unique(DtoNames.camel(value))) + " = "
                                + DtoSource.quoted(value)));
            });
        } else if (dto instanceof Dto.Structure structure) {
            source.line("public final class " + structure.name() + ": Codable {")
                    .block("}", () -> members(structure, source));
        }
    }

    private static void members(Dto.Structure structure, DtoSource source) {
        Map<String, String> names = DtoNames.of(structure.all(), DtoNames::plain);
        structure.all().forEach(member -> {
            source.comment("///", member.description());
            String type = WORDS.of(member.type());
            source.line("public var " + escaped(names.getOrDefault(member.wire(), "")) + ": "
                    + (member.isList() && member.isSure() ? type + " = []" : type + "?"));
        });
        source.line("public init() {}");
        if (!structure.all().isEmpty()) {
            source.line("private enum CodingKeys: String, CodingKey {")
                    .block(
                            "}",
                            () -> structure
                                    .all()
                                    .forEach(member ->
                                            source.line("case " + escaped(names.getOrDefault(member.wire(), "")) + " = "
                                                    + DtoSource.quoted(member.wire()))));
        }
    }

    private static String escaped(String name) {
        return switch (name) {
            case "self", "Self", "Type", "Protocol", "init", "_", "encode", "hash", "none", "some" -> name + "_";
            default -> KEYWORDS.contains(name) ? "`" + name + "`" : name;
        };
    }
}
