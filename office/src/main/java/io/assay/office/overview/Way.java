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
    return files.stream().map(file -> new Carried(file, detail.findings(file, step))).toList();
  }

  /** A picture or a sound, and what review found in it. */
  public record Carried(File file, List<FindingRecord> records) {
    public Carried {
      records = List.copyOf(records);
    }

    /** The places in a picture that were named. */
    public Regions regions() {
      return Regions.of(records);
    }

    /** What was found, once for all its places. */
    public List<Hit> findings() {
      return records.stream()
          .map(it -> records.stream().filter(it::sameButPlace).toList())
          .distinct()
          .map(same -> new Hit(same.getFirst()))
          .toList();
    }

    /** The places that a hit names. */
    public List<Regions.Numbered> places(Hit hit) {
      return regions().named(records.stream().filter(hit.finding()::sameButPlace).toList());
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
