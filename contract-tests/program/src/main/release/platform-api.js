#!/usr/bin/env node
// Runs the program that lies beside this file: on its own Java where the package brings one for this system, else on yours.
"use strict";
const { spawn } = require("node:child_process");
const path = require("node:path");

const beside = (name) => path.join(__dirname, name);
const given = process.argv.slice(2);
const [command, args] =
  process.platform === "win32"
    ? [process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, "bin", "java.exe") : "java",
       ["-XX:+UseSerialGC", "-jar", beside("platform-api.jar"), ...given]]
    : ["sh", [beside("platform-api"), ...given]];

const program = spawn(command, args, { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => program.kill(signal));
}
program.on("error", (failure) => {
  console.error(`platform-api: ${command} cannot be run: ${failure.code}; install Java 17 or later, or let JAVA_HOME name one`);
  process.exitCode = 2;
});
program.on("exit", (status, signal) => {
  process.exitCode = signal ? 128 + require("node:os").constants.signals[signal] : status;
});
