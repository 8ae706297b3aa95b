package io.assay.app.mark;

import io.assay.mark.Inspection;
import io.assay.mark.Inspector;
import io.assay.mark.MarkException;
import io.assay.mark.Marked;
import io.assay.mark.Media;
import io.assay.mark.Verdict;
import io.assay.mark.c2pa.validation.TrustAnchors;
import io.assay.mark.container.FileSource;
import io.assay.mark.container.Source;
import io.assay.mark.provenance.C2paProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what the labels of files prove. Needs no server. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Reads the labels of files and says what they prove.",
    exitCodeListHeading = "%nExit codes, the gravest of all files:%n",
    exitCodeList = {
      "0:labelled, and nothing speaks against it",
      "1:a file could not be read",
      "2:wrong usage",
      "3:a file bears no label",
      "4:a label was stripped, altered, forged or transplanted"
    })
public final class InspectCommand implements Callable<Integer> {
  private static final int UNREADABLE = 1;
  private static final int UNLABELLED = 3;
  private static final int TAMPERED = 4;

  @Spec CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders or globs.")
  List<String> files = List.of();

  @Option(names = "--trust", description = "Root certificates (PEM) whose C2PA seals to believe.")
  @Nullable Path trust;

  @Option(names = "--json", description = "One line of JSON for each file.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    TrustAnchors anchors =
        trust == null ? TrustAnchors.none() : TrustAnchors.ofPem(Files.readString(trust));
    C2paProbe probe = new C2paProbe(anchors, InstantSource.system());
    List<InputFiles.Input> inputs = InputFiles.of(files);
    if (inputs.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no file matches " + files);
    }
    int[] gravest = {0};
    try (Progress progress = new Progress(inputs.size(), json, spec.commandLine().getErr())) {
      inputs.parallelStream()
          .map(input -> inspect(input.path(), probe))
          .forEachOrdered(
              inspected -> {
                gravest[0] = Math.max(gravest[0], inspected.code);
                progress.step(inspected.path, inspected.report);
              });
    }
    return gravest[0];
  }

  /** What a file counts for, and how that is said. */
  private record Inspected(Path path, int code, Runnable report) {}

  private Inspected inspect(Path path, C2paProbe probe) {
    try (FileSource source = Source.open(path)) {
      C2paProbe own = beside(path, Marked.MANIFEST_SUFFIX).map(probe::withSidecar).orElse(probe);
      Optional<String> sidecar =
          beside(path, Marked.SIDECAR_SUFFIX)
              .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
      Inspection inspection =
          Inspector.standard().withProbe(own).inspect(Media.of(source, path.toString()), sidecar);
      return new Inspected(path, code(inspection.verdict()), () -> print(path, inspection));
    } catch (IOException | MarkException | UncheckedIOException e) {
      return new Inspected(path, UNREADABLE, () -> Reports.fail(spec, json, path, e));
    }
  }

  private static Optional<byte[]> beside(Path path, String suffix) throws IOException {
    Path sidecar = path.resolveSibling(path.getFileName() + suffix);
    return Files.isRegularFile(sidecar)
        ? Optional.of(Files.readAllBytes(sidecar))
        : Optional.empty();
  }

  private static int code(Verdict verdict) {
    return switch (verdict) {
      case INTACT, UNKNOWN -> 0;
      case UNLABELLED -> UNLABELLED;
      case STRIPPED, ALTERED, FORGED, TRANSPLANTED -> TAMPERED;
    };
  }

  private void print(Path path, Inspection inspection) {
    spec.commandLine()
        .getOut()
        .println(
            json ? Reports.inspected(path, inspection) : Reports.inspectedText(path, inspection));
    spec.commandLine().getOut().flush();
  }
}
