package io.assay.office.overview;

import io.assay.gateway.journal.FindingRecord;
import io.assay.office.exchange.Regions;
import io.assay.review.Category;
import java.util.List;
import java.util.Locale;

/** What a review found, with its category in the reader's language. */
public record Hit(FindingRecord finding) {

  /** The code of the category and its name, or the code alone when it is not one we ship. */
  public String category(Locale reader) {
    return Category.all().stream()
        .filter(it -> it.code().equals(finding.category()))
        .findFirst()
        .map(it -> it.code() + " " + named(it, reader))
        .orElse(finding.category());
  }

  /** The layers that uncovered it, each the end of a message key. */
  public List<String> layers() {
    return finding.layer().isEmpty() ? List.of() : List.of(finding.layer().split("\\+"));
  }

  /** The place in a picture that it names, or none. */
  public List<Regions.Numbered> place() {
    return Regions.of(List.of(finding)).all();
  }

  private static String named(Category category, Locale reader) {
    boolean chinese = reader.getLanguage().equals(Locale.CHINESE.getLanguage());
    return chinese ? category.chinese() : category.english();
  }
}
