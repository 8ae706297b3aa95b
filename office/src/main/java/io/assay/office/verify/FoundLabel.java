package io.assay.office.verify;

import java.util.List;

/**
 * A label found in the file.
 *
 * @param kind the end of the message keys that name and explain it
 * @param details what the label itself says, in the order to show it
 */
public record FoundLabel(String kind, Standing standing, List<Detail> details) {

  public FoundLabel {
    details = List.copyOf(details);
  }

  /** One thing a label says, by the name the standard gives it. */
  public record Detail(String name, String value) {}
}
