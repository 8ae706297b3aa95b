package io.assay.mark.c2pa.slot;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.binding.PackageEntry;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.StoreSlot;
import io.assay.mark.container.ZipDirectory;
import io.assay.mark.container.ZipEdit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code META-INF/content_credential.c2pa}, stored (appendix A.6). Its checksum is real, as ZIP
 * readers want it; the hash of the directory leaves it out. An office package, in which every part
 * needs a media type, gains the type of manifests.
 */
final class ZipSlot implements StoreSlot {
  private static final int MAX_STORE = 64 << 20;
  private static final int MAX_TYPES = 16 << 20;
  private static final String TYPES = "[Content_Types].xml";
  private static final Pattern TYPES_START =
      Pattern.compile("<((?:[\\w.-]+:)?)Types(?:\\s[^>]*)?>");

  @Override
  public Optional<byte[]> read(Source file) {
    ZipDirectory zip = ZipDirectory.read(file);
    return zip.entry(PackageEntry.STORE).map(entry -> zip.content(entry, MAX_STORE));
  }

  /** The hash of a collection leaves out the entry by its name. */
  @Override
  public List<Range> location(Source file) {
    return List.of();
  }

  @Override
  public StorePlan plan(Source file, byte[] store) {
    ZipDirectory zip = ZipDirectory.read(file);
    ZipEdit edit = new ZipEdit(file, zip);
    zip.entry(TYPES)
        .map(entry -> zip.content(entry, MAX_TYPES))
        .flatMap(ZipSlot::withManifestType)
        .ifPresent(types -> edit.store(TYPES, types));
    return new StorePlan(edit.store(PackageEntry.STORE, store).splices(), List.of());
  }

  /** The media types with that of manifests; empty where it is there already. */
  private static Optional<byte[]> withManifestType(byte[] types) {
    String xml = new String(types, StandardCharsets.UTF_8);
    if (xml.contains("Extension=\"c2pa\"")) {
      return Optional.empty();
    }
    Matcher start = TYPES_START.matcher(xml);
    if (!start.find()) {
      throw new MarkException(
          MarkException.Reason.MALFORMED, "the package's media types have no root element");
    }
    String type =
        "<" + start.group(1) + "Default Extension=\"c2pa\" ContentType=\"application/c2pa\"/>";
    String changed = xml.substring(0, start.end()) + type + xml.substring(start.end());
    return Optional.of(changed.getBytes(StandardCharsets.UTF_8));
  }
}
