package io.assay.app.pool;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Works on pools of features. */
@Command(
    name = "pool",
    mixinStandardHelpOptions = true,
    description = "Work on pools of features.",
    footer = {
      "",
      "A pool is a file: .csv, .json, or .pool for a signed bundle. Where a command needs a pool",
      "and none is given, it takes the starter pool."
    },
    subcommands = {
      CheckCommand.class,
      CoverageCommand.class,
      ReplayCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      TryCommand.class
    })
public final class PoolCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  /** Without a command: says which there are. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
