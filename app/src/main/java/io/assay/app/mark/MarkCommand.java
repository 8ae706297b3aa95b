package io.assay.app.mark;

import io.assay.mark.Batch;
import io.assay.mark.Batch.Outcome.Done;
import io.assay.mark.Batch.Outcome.Failed;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.ExplicitLabel.Cue;
import io.assay.mark.ExplicitLabel.Position;
import io.assay.mark.LabelRequest;
import io.assay.mark.Marker;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.aigc.ProviderCode;
import io.assay.mark.c2pa.DevelopmentPki;
import io.assay.mark.provenance.C2paSeal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Labels files: for people, in their metadata, and with a C2PA manifest. Needs no server. */
@Command(
    name = "mark",
    mixinStandardHelpOptions = true,
    description = "Labels files as generated: for people, in the metadata, and with C2PA.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every file is labelled", "1:some file was left as it was", "2:wrong usage"})
public final class MarkCommand implements Callable<Integer> {
  /** A switch of the command line. */
  enum Switch {
    ON,
    OFF
  }

  /** How far a model made the content, as the IPTC has it. */
  enum Made {
    WHOLLY(LabelRequest.TRAINED_MEDIA),
    PARTLY(LabelRequest.COMPOSITE_WITH_TRAINED_MEDIA);

    private final String sourceType;

    Made(String sourceType) {
      this.sourceType = sourceType;
    }
  }

  @Spec CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders or globs.")
  List<String> files = List.of();

  @Option(
      names = {"-o", "--out"},
      description = "Where the result goes; a folder for several files. Default: in place.")
  @Nullable Path out;

  @Option(
      names = "--producer",
      description =
          "The provider's code of 27 characters, or its name (default: $ASSAY_PRODUCER). It is"
              + " yours to give.",
      defaultValue = "${env:ASSAY_PRODUCER}")
  @Nullable String producer;

  @Option(names = "--produce-id", description = "The content's number. Default: a new UUID.")
  @Nullable String produceId;

  @Option(names = "--explicit", defaultValue = "ON", description = "The label for people: on, off.")
  Switch explicit = Switch.ON;

  @Option(names = "--c2pa", defaultValue = "ON", description = "The C2PA manifest: on, off.")
  Switch c2pa = Switch.ON;

  @Option(
      names = "--c2pa-in-text",
      description = "Keep the manifest of a text inside it, as invisible characters.")
  boolean c2paInText;

  @Option(
      names = "--keys",
      defaultValue = "data/pki",
      description = "The folder of the C2PA chain, made on first use. Default: ${DEFAULT-VALUE}.")
  Path keys = Path.of("data/pki");

  @Option(
      names = "--made",
      defaultValue = "WHOLLY",
      description = "How far a model made it: wholly, partly (for example a replaced face).")
  Made made = Made.WHOLLY;

  @Option(names = "--cue", defaultValue = "VOICE", description = "In sound: voice or rhythm.")
  Cue cue = Cue.VOICE;

  @Option(
      names = "--at",
      split = ",",
      defaultValue = "START",
      description = "In text and sound: start, middle, end.")
  List<Position> positions = List.of(Position.START);

  @Option(
      names = "--shown",
      paramLabel = "SECONDS",
      description = "How long a video shows its label. Default: all along.")
  @Nullable Integer shown;

  @Option(
      names = "--jobs",
      defaultValue = "16",
      description = "How many files are under way at one time. Default: ${DEFAULT-VALUE}.")
  int jobs;

  @Option(names = "--json", description = "One line of JSON for each file.")
  boolean json;

  @Override
  public Integer call() {
    requireProducer();
    List<InputFiles.Input> inputs = InputFiles.of(files);
    if (inputs.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no file matches " + files);
    }
    if (inputs.size() > 1 && produceId != null) {
      throw new ParameterException(
          spec.commandLine(), "--produce-id is for one file; several get a number each");
    }
    Marker marker = marker();
    int[] failed = {0};
    try (Progress progress = new Progress(inputs.size(), json, spec.commandLine().getErr())) {
      batch(marker)
          .run(
              tasks(inputs),
              outcome -> {
                progress.step(outcome.task().from(), () -> report(outcome));
                failed[0] += outcome instanceof Failed ? 1 : 0;
              });
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    return failed[0] == 0 ? 0 : 1;
  }

  private Batch batch(Marker marker) {
    Batch batch = Batch.of(marker).withJobs(jobs);
    return json ? batch.withDigests() : batch;
  }

  private List<Batch.Task> tasks(List<InputFiles.Input> inputs) {
    return inputs.stream()
        .map(input -> new Batch.Task(input.path(), target(input, inputs.size() > 1), request()))
        .toList();
  }

  private void requireProducer() {
    if (producer == null || producer.isBlank()) {
      throw new ParameterException(
          spec.commandLine(),
          "say who the provider is: --producer CODE (27 characters, TC260-PG-20252A)");
    }
    Optional<String> fault =
        producer.length() == 27 ? ProviderCode.fault(producer) : Optional.empty();
    if (fault.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--producer " + producer + ": " + fault.get());
    }
  }

  private Marker marker() {
    if (c2pa == Switch.OFF) {
      return Marker.standard();
    }
    DevelopmentPki pki = DevelopmentPki.openOrCreate(keys, InstantSource.system());
    C2paSeal seal =
        new C2paSeal(pki.signer(), Optional.of(pki.timestampAuthority(InstantSource.system())));
    return Marker.standard().withSeal(c2paInText ? seal.insideText() : seal);
  }

  private LabelRequest request() {
    String id = produceId == null ? UUID.randomUUID().toString() : produceId;
    LabelRequest request =
        LabelRequest.of(AigcLabel.produced(String.valueOf(producer), id))
            .withDigitalSourceType(made.sourceType);
    if (explicit == Switch.OFF) {
      return request.implicitOnly();
    }
    List<Position> more = new ArrayList<>(positions);
    Position first = more.removeFirst();
    ExplicitLabel label =
        ExplicitLabel.standard().withCue(cue).at(first, more.toArray(new Position[0]));
    return request.withExplicit(shown == null ? label : label.shownFor(Duration.ofSeconds(shown)));
  }

  private Path target(InputFiles.Input input, boolean several) {
    if (out == null) {
      return input.path();
    }
    return several || Files.isDirectory(out) ? out.resolve(input.relative()) : out;
  }

  private void report(Batch.Outcome outcome) {
    switch (outcome) {
      case Done done -> {
        spec.commandLine().getOut().println(json ? Reports.marked(done) : Reports.markedText(done));
        spec.commandLine().getOut().flush();
      }
      case Failed(Batch.Task task, RuntimeException reason) ->
          Reports.fail(spec, json, task.from(), reason);
    }
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
