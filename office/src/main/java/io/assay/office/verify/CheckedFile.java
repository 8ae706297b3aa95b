package io.assay.office.verify;

import java.util.List;

/** A file that was checked: what it is, what was found in it, and the verdict. */
public record CheckedFile(
    String name, String format, long size, String sha256, Verdict verdict, List<FoundLabel> found) {

  public CheckedFile {
    found = List.copyOf(found);
  }
}
