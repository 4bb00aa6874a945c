package io.platformapi.lint;

import io.platformapi.contract.dialect.Contract;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that a document should have or keep.
 *
 * @param id kebab-case; never changes its meaning
 * @param faults every place where a document breaks it, in the order of the document
 */
record Rule(String id, Function<Contract, Stream<Offence>> faults) {}
