package io.assay.app.mark;

import io.assay.mark.AppliedLabel;
import io.assay.mark.Batch;
import io.assay.mark.Finding;
import io.assay.mark.Inspection;
import io.assay.mark.MarkException;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands print, for people and for programs. */
final class Reports {
  private Reports() {}

  static String marked(Batch.Outcome.Done done) {
    return "{\"file\":"
        + Json.quote(done.task().from().toString())
        + ",\"out\":"
        + Json.quote(done.task().to().toString())
        + ",\"format\":"
        + Json.quote(done.format().mediaType())
        + ",\"payloadSha256\":"
        + done.payloadSha256().map(Json::quote).orElse("null")
        + ",\"labels\":"
        + strings(done.labels().stream().map(AppliedLabel::evidence).toList())
        + "}";
  }

  static String markedText(Batch.Outcome.Done done) {
    return done.task().to()
        + done.labels().stream()
            .map(label -> "\n  " + label.evidence())
            .collect(Collectors.joining());
  }

  static String inspected(Path file, Inspection inspection) {
    return "{\"file\":"
        + Json.quote(file.toString())
        + ",\"format\":"
        + Json.quote(inspection.format().mediaType())
        + ",\"verdict\":"
        + Json.quote(MarkCommand.lower(inspection.verdict()))
        + ",\"conforms\":"
        + inspection.conforms()
        + ",\"aigc\":"
        + inspection.label().map(AigcLabel::json).orElse("null")
        + ",\"findings\":"
        + inspection.findings().stream()
            .map(Reports::finding)
            .collect(Collectors.joining(",", "[", "]"))
        + "}";
  }

  private static String finding(Finding finding) {
    return "{\"id\":"
        + Json.quote(finding.id())
        + ",\"bearing\":"
        + Json.quote(MarkCommand.lower(finding.bearing()))
        + ",\"detail\":"
        + Json.quote(finding.detail())
        + "}";
  }

  static String inspectedText(Path file, Inspection inspection) {
    return file
        + ": "
        + MarkCommand.lower(inspection.verdict())
        + inspection.label().map(label -> "\n  " + label.json()).orElse("")
        + inspection.findings().stream()
            .map(f -> "\n  " + f.id() + ": " + f.detail())
            .collect(Collectors.joining());
  }

  /** Says what is wrong with a file: to programs where they read, to people where errors go. */
  static void fail(CommandSpec spec, boolean json, Path file, Exception e) {
    if (json) {
      spec.commandLine().getOut().println(failed(file, e));
    } else {
      spec.commandLine().getErr().println(file + ": " + e.getMessage());
    }
  }

  private static String failed(Path file, Exception e) {
    String reason =
        switch (e) {
          case MarkException known -> MarkCommand.lower(known.reason());
          case IOException _, UncheckedIOException _ -> "io";
          default -> "internal";
        };
    return "{\"file\":"
        + Json.quote(file.toString())
        + ",\"error\":"
        + Json.quote(reason)
        + ",\"message\":"
        + Json.quote(String.valueOf(e.getMessage()))
        + "}";
  }

  private static String strings(List<String> values) {
    return values.stream().map(Json::quote).collect(Collectors.joining(",", "[", "]"));
  }
}
