package io.assay.office.staff;

import java.util.List;

/**
 * Paths that anybody may ask for without signing in; each public feature contributes its own.
 *
 * @param formToken whether forms posted there carry a token that ties them to a session; false only
 *     where the address itself is the credential
 */
public record OpenPaths(List<String> patterns, boolean formToken) {
  public OpenPaths {
    patterns = List.copyOf(patterns);
  }

  public static OpenPaths of(String... patterns) {
    return new OpenPaths(List.of(patterns), true);
  }

  public static OpenPaths withoutFormToken(String... patterns) {
    return new OpenPaths(List.of(patterns), false);
  }
}
