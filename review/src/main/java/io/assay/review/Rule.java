package io.assay.review;

import java.util.Objects;

/** What a hit of a feature means and where the feature applies. */
public record Rule(
    Category category, Severity severity, Disposition disposition, Scope scope, Mode mode) {

  public Rule {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(disposition, "disposition");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(mode, "mode");
  }

  /** The default for a category: live, everywhere, with the disposition of its kind. */
  public static Rule of(Category category) {
    boolean negative = category.list() == Category.Taxonomy.NEGATIVE;
    return new Rule(
        category,
        negative ? Severity.MEDIUM : Severity.HIGH,
        negative ? Disposition.NEGATIVE_BLOCK : Disposition.ILLEGAL,
        Scope.everywhere(),
        Mode.LIVE);
  }

  public Rule with(Severity changed) {
    return new Rule(category, changed, disposition, scope, mode);
  }

  public Rule with(Disposition changed) {
    return new Rule(category, severity, changed, scope, mode);
  }

  public Rule with(Scope changed) {
    return new Rule(category, severity, disposition, changed, mode);
  }

  public Rule with(Mode changed) {
    return new Rule(category, severity, disposition, scope, changed);
  }
}
