package io.assay.mark.c2pa.binding;

import io.assay.mark.MarkException;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.ZipDirectory;

/**
 * What a ZIP entry fills before the directory: its local header, its data and the data descriptor.
 */
public record PackageEntry(Range whole) {
  /** The name of the entry that holds the manifest store. */
  public static final String STORE = "META-INF/content_credential.c2pa";

  private static final int DESCRIPTOR_FOLLOWS = 0x08;
  private static final byte[] DESCRIPTOR_SIGNATURE = {'P', 'K', 7, 8};

  public static PackageEntry of(Source file, ZipDirectory zip, ZipDirectory.Entry entry) {
    long end = zip.data(entry).end();
    if ((file.u16le(entry.header() + 6) & DESCRIPTOR_FOLLOWS) != 0) {
      end += file.matches(end, DESCRIPTOR_SIGNATURE) ? 16 : 12;
    }
    if (end > zip.directoryAt()) {
      throw MarkException.malformed(
          "ZIP entry " + entry.name() + " passes into the directory", entry.header());
    }
    return new PackageEntry(new Range(entry.header(), end - entry.header()));
  }
}
