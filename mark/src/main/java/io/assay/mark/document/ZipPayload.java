package io.assay.mark.document;

import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.ZipDirectory;
import io.assay.mark.container.ZipDirectory.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The content of a package: the entries that are not metadata, as stored, by name. */
final class ZipPayload {
  private ZipPayload() {}

  static List<Range> of(Source file, Predicate<String> isContent) {
    ZipDirectory zip = ZipDirectory.read(file);
    return zip.entries().stream()
        .filter(entry -> isContent.test(entry.name()))
        .sorted(Comparator.comparing(Entry::name))
        .map(zip::data)
        .toList();
  }
}
