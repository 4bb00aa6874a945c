/** The command line of the contract tests: {@link io.platformapi.ContractTests} has a subcommand for each tool. */
@NullMarked
package io.platformapi;

import org.jspecify.annotations.NullMarked;
