package io.assay.office.staff;

import java.util.List;

/** Paths that anybody may ask for without signing in; each public feature contributes its own. */
public record OpenPaths(List<String> patterns) {
  public OpenPaths {
    patterns = List.copyOf(patterns);
  }

  public static OpenPaths of(String... patterns) {
    return new OpenPaths(List.of(patterns));
  }
}
