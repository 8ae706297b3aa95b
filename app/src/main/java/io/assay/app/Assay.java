package io.assay.app;

import io.assay.app.demo.DemoCommand;
import io.assay.app.ledger.LedgerCommand;
import io.assay.app.ledger.WitnessCommand;
import io.assay.app.mark.InspectCommand;
import io.assay.app.mark.MarkCommand;
import io.assay.app.pool.PoolCommand;
import io.assay.app.pool.ReviewCommand;
import io.assay.app.serve.ServeCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: reads the command line and runs one command. */
@Command(
    name = "assay",
    mixinStandardHelpOptions = true,
    version = "Assay 0.1.0",
    description =
        "Reviews, marks and records what a deep synthesis service takes in and gives out.",
    footer = {
      "",
      "Built and tested from its source by the launcher:",
      "  build  Build what is missing.",
      "  test   Run every test; --deep adds fuzzing, mutation and long load."
    },
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      MarkCommand.class,
      InspectCommand.class,
      PoolCommand.class,
      ReviewCommand.class,
      LedgerCommand.class,
      WitnessCommand.class
    })
public final class Assay implements Runnable {
  @Spec CommandSpec spec;

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Assay())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new PlainErrors());
  }

  /** Without a command: says which there are. */
  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
