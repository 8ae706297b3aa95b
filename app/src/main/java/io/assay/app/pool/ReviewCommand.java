package io.assay.app.pool;

import io.assay.review.Context;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Reviews a text; the exit code tells the verdict. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = "Review the text on standard input.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the text passes", "1:something failed", "3:it is held", "4:it is blocked"})
public final class ReviewCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--pool", paramLabel = "POOL", description = "A .csv or .json file.")
  Optional<Path> file = Optional.empty();

  @Option(names = "--output", description = "Review it as output, not as input.")
  boolean output;

  @Option(
      names = "--color",
      paramLabel = "auto|on|off",
      description = "Show the text with its findings marked, not JSON (auto: on a terminal).")
  Ansi color = Ansi.AUTO;

  @Override
  public Integer call() throws IOException {
    String text = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    Pool pool = PoolFile.load(file);
    Verdict verdict = Reviewer.of(pool).review(text, output ? Context.output() : Context.input());
    PrintWriter out = spec.commandLine().getOut();
    if (color.enabled()) {
      out.print(Marked.text(text, verdict));
    } else {
      out.println(json(verdict));
    }
    out.flush();
    return switch (verdict) {
      case Verdict.Pass ignored -> 0;
      case Verdict.Hold ignored -> 3;
      case Verdict.Block ignored -> 4;
    };
  }

  private static ObjectNode json(Verdict verdict) {
    ObjectNode object = FindingJson.MAPPER.createObjectNode();
    object.put("verdict", verdict.getClass().getSimpleName().toUpperCase(Locale.ROOT));
    object.put("pool", verdict.reviewed().poolVersion());
    object.put("pool_hash", verdict.reviewed().poolHash());
    object.put("characters", verdict.reviewed().characters());
    object.set("findings", FindingJson.array(verdict.findings()));
    return object;
  }
}
