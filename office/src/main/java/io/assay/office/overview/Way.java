package io.assay.office.overview;

import io.assay.gateway.journal.FindingRecord;
import io.assay.gateway.journal.StepRecord.Name;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeDetail.File;
import io.assay.office.exchange.Regions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One exchange with the way it took, as its page draws it. */
public record Way(ExchangeDetail detail) {

  public ExchangeRow exchange() {
    return new ExchangeRow(detail.summary());
  }

  public List<Step> steps() {
    return detail.steps().stream()
        .map(step -> new Step(step, detail.summary().tookMicros()))
        .toList();
  }

  public Content input() {
    return new Content(
        detail.reviewed().input(), detail.reviewed().inputOf(), detail.input().commitment());
  }

  public Content output() {
    return new Content(
        detail.reviewed().output(), detail.reviewed().outputOf(), detail.output().commitment());
  }

  /** The pictures and sounds that came with the request. */
  public List<Carried> carriedIn() {
    return carried(detail.files().request(), Name.INPUT_REVIEW);
  }

  /** The pictures and sounds that were generated. */
  public List<Carried> carriedOut() {
    return carried(detail.files().answer(), Name.OUTPUT_REVIEW);
  }

  /** One of them; empty for a field that the exchange does not have. */
  public Optional<Carried> carried(String field) {
    return Stream.concat(carriedIn().stream(), carriedOut().stream())
        .filter(it -> it.file().field().equals(field))
        .findFirst();
  }

  private List<Carried> carried(List<File> files, Name step) {
    return files.stream().map(file -> Carried.of(file, detail.findings(file, step))).toList();
  }

  /**
   * A picture or a sound, and what review found in it.
   *
   * @param regions the places in a picture that the findings name
   */
  public record Carried(File file, Regions regions, List<Hit> findings) {
    public Carried {
      findings = List.copyOf(findings);
    }

    static Carried of(File file, List<FindingRecord> findings) {
      return new Carried(
          file, Regions.of(findings), findings.stream().map(Hit::new).distinct().toList());
    }

    /** The place that a hit names, or none. */
    public List<Regions.Numbered> places(Hit hit) {
      return regions.named(List.of(hit.finding()));
    }
  }

  /**
   * How much of a content was reviewed.
   *
   * @param of characters there were to review
   * @param commitment salted SHA-256 of the content; empty when there was none
   */
  public record Content(long reviewed, long of, String commitment) {

    public boolean any() {
      return of > 0;
    }

    public boolean complete() {
      return reviewed >= of;
    }
  }
}
