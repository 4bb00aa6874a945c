package io.platformapi.verify.cases;

import java.util.Map;
import java.util.Set;

/** Parts of a made-up form that claim to be of some type, such as an image, which made-up bytes are not. */
final class MadeUpFiles {

    static final Expected EXPECTED =
            Expected.either("a valid request but for the bytes of its files, which are made up");

    private static final Set<String> WRITTEN = Set.of("json", "xml", "plain", "octet-stream");

    private MadeUpFiles() {}

    static boolean areIn(RequestValues input) {
        return input.content() != null
                && input.hasBody()
                && input.content().encodings().entrySet().stream()
                        .filter(encoding -> input.body().has(encoding.getKey()))
                        .map(Map.Entry::getValue)
                        .flatMap(encoding -> encoding.written().stream())
                        .anyMatch(type -> !WRITTEN.contains(type.syntax()));
    }
}
