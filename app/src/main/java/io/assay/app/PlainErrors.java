package io.assay.app;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in one line, and how to see the rest. */
final class PlainErrors implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
    command.getErr().println("assay: " + e.getMessage());
    if (System.getenv("ASSAY_DEBUG") == null) {
      command.getErr().println("       (set ASSAY_DEBUG=1 to see where it came from)");
    } else {
      e.printStackTrace(command.getErr());
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
