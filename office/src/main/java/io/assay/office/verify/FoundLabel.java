package io.assay.office.verify;

import io.assay.mark.Finding;
import io.assay.mark.Finding.Bearing;
import io.assay.mark.Inspection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A label found in the file.
 *
 * @param kind the end of the message keys that name and explain it
 * @param standing the end of the message key that says how it fared when it was checked
 * @param details what the label itself says, in the order of the standard
 */
public record FoundLabel(String kind, Look look, String standing, List<Detail> details) {

  private static final Set<Bearing> AGAINST =
      EnumSet.of(Bearing.SHOWS_ALTERATION, Bearing.SHOWS_FORGERY, Bearing.SHOWS_TRANSPLANT);

  public FoundLabel {
    details = List.copyOf(details);
  }

  /** One thing a label says, by the name the standard gives it. */
  public record Detail(String name, String value) {}

  static List<FoundLabel> in(Inspection inspection) {
    List<FoundLabel> labels = new ArrayList<>();
    explicit(inspection).ifPresent(labels::add);
    if (inspection.findings().stream().anyMatch(it -> it.id().equals("aigc.found"))) {
      labels.add(implicit(inspection));
    }
    signed(inspection, "C2PA", "c2pa.").ifPresent(labels::add);
    signed(inspection, "WATERMARK", "watermark.").ifPresent(labels::add);
    return List.copyOf(labels);
  }

  private static Optional<FoundLabel> explicit(Inspection inspection) {
    return inspection.findings().stream()
        .filter(it -> it.id().startsWith("explicit."))
        .findFirst()
        .map(it -> present("EXPLICIT", List.of(new Detail("text", it.detail()))));
  }

  private static FoundLabel implicit(Inspection inspection) {
    List<Detail> details = new ArrayList<>();
    inspection
        .label()
        .ifPresent(
            label ->
                label.fields().entrySet().stream()
                    .filter(field -> !field.getValue().isEmpty())
                    .map(FoundLabel::detail)
                    .forEach(details::add));
    return judged("IMPLICIT", found(inspection, "register."), details);
  }

  private static Optional<FoundLabel> signed(Inspection inspection, String kind, String prefix) {
    List<Finding> own = found(inspection, prefix);
    List<Detail> details = own.stream().map(it -> new Detail("finding", it.detail())).toList();
    return own.isEmpty() ? Optional.empty() : Optional.of(judged(kind, own, details));
  }

  private static List<Finding> found(Inspection inspection, String prefix) {
    return inspection.findings().stream().filter(it -> it.id().startsWith(prefix)).toList();
  }

  private static FoundLabel judged(String kind, List<Finding> findings, List<Detail> details) {
    if (findings.stream().map(Finding::bearing).anyMatch(AGAINST::contains)) {
      return new FoundLabel(kind, Look.of(Bearing.SHOWS_FORGERY), "BROKEN", details);
    }
    if (findings.stream().anyMatch(it -> it.bearing() == Bearing.SHOWS_INTACT)) {
      return new FoundLabel(kind, Look.of(Bearing.SHOWS_INTACT), "VALID", details);
    }
    return present(kind, details);
  }

  private static FoundLabel present(String kind, List<Detail> details) {
    return new FoundLabel(kind, Look.of(Bearing.INFORMS), "PRESENT", details);
  }

  private static Detail detail(Map.Entry<String, String> field) {
    return new Detail(field.getKey(), field.getValue());
  }
}
