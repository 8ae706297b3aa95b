package io.assay.mark.c2pa.binding;

import io.assay.mark.MarkException;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.ZipDirectory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One hash for each entry of a ZIP package and one for its directory (section 18.8). The hashes are
 * written as a map by name, as the reference engine reads them; a list is read as well.
 */
public final class CollectionHash implements HardBinding {
  private static final String DIRECTORY = "zip_central_directory_hash";
  private static final int CHECKSUM_AT = 16;
  private static final int CHECKSUM_LENGTH = 4;
  private static final Pattern STEPS_ASIDE = Pattern.compile("(^|/)\\.\\.?(/|$)");

  @Override
  public String label() {
    return "c2pa.hash.collection.data";
  }

  @Override
  public Cbor.Fields assertion(Source file, StorePlan plan, Hashing hashing) {
    ZipDirectory zip = ZipDirectory.read(file);
    Map<String, Cbor> uris = new LinkedHashMap<>();
    for (ZipDirectory.Entry entry : zip.entries()) {
      if (!entry.name().equals(PackageEntry.STORE)) {
        Range whole = PackageEntry.of(file, zip, entry).whole();
        byte[] hash = hashing.over(file, List.of(new Piece.Bytes(whole)));
        uris.put(
            entry.name(), Cbor.map(Map.of("hash", Cbor.of(hash), "size", Cbor.of(whole.length()))));
      }
    }
    Map<String, Cbor> map = new LinkedHashMap<>();
    map.put("uris", Cbor.map(uris));
    map.put("alg", Cbor.of(hashing.algorithm().id()));
    map.put(DIRECTORY, Cbor.of(hashing.over(file, directoryPieces(file, zip))));
    return Cbor.map(map);
  }

  private static List<Piece> entryPieces(Source file, ZipDirectory zip, ZipDirectory.Entry entry) {
    return List.of(new Piece.Bytes(PackageEntry.of(file, zip, entry).whole()));
  }

  /** The directory without the store's own checksum, which follows from the hash. */
  private static List<Piece> directoryPieces(Source file, ZipDirectory zip) {
    List<Range> checksum =
        zip
            .entry(PackageEntry.STORE)
            .map(entry -> new Range(entry.record().at() + CHECKSUM_AT, CHECKSUM_LENGTH))
            .stream()
            .toList();
    return Piece.without(directory(file, zip), checksum);
  }

  private static Range directory(Source file, ZipDirectory zip) {
    return new Range(zip.directoryAt(), file.length() - zip.directoryAt());
  }

  @Override
  public List<Finding> verify(Bound bound, Cbor.Fields assertion) {
    return List.of(compare(bound, assertion));
  }

  private static Finding compare(Bound bound, Cbor.Fields assertion) {
    Optional<HashAlgorithm> algorithm = assertion.optionalText("alg").flatMap(HashAlgorithm::of);
    if (algorithm.isEmpty()) {
      return new Finding(
          StatusCode.ASSERTION_COLLECTION_HASH_MALFORMED,
          "the collection hash names no known algorithm");
    }
    try {
      return compare(bound.file(), assertion, Hashing.by(algorithm.get()));
    } catch (MarkException e) {
      return HardBinding.broken(
          e,
          StatusCode.ASSERTION_COLLECTION_HASH_MALFORMED,
          StatusCode.ASSERTION_COLLECTION_HASH_MISMATCH);
    }
  }

  private static Finding compare(Source file, Cbor.Fields assertion, Hashing hashing) {
    ZipDirectory zip = ZipDirectory.read(file);
    Map<String, byte[]> hashes = hashes(assertion.require("uris"));
    for (Map.Entry<String, byte[]> item : hashes.entrySet()) {
      String uri = item.getKey();
      if (STEPS_ASIDE.matcher(uri).find()) {
        return new Finding(
            StatusCode.ASSERTION_COLLECTION_HASH_INVALID_URI, uri + " steps out of the package");
      }
      Optional<ZipDirectory.Entry> entry = zip.entry(uri);
      if (entry.isEmpty()) {
        return new Finding(
            StatusCode.ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT, uri + " is not there");
      }
      if (!Arrays.equals(
          hashing.over(file, entryPieces(file, zip, entry.get())), item.getValue())) {
        return mismatch(uri + " was changed");
      }
    }
    if (zip.entries().size()
        != hashes.size() + (zip.entry(PackageEntry.STORE).isPresent() ? 1 : 0)) {
      return new Finding(
          StatusCode.ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT,
          "the package has entries that were not signed");
    }
    byte[] directory = assertion.require(DIRECTORY).asBytes();
    List<Piece> whole = List.of(new Piece.Bytes(directory(file, zip)));
    if (!Arrays.equals(hashing.over(file, directoryPieces(file, zip)), directory)
        && !Arrays.equals(hashing.over(file, whole), directory)) {
      return mismatch("the package's directory was changed");
    }
    return new Finding(StatusCode.ASSERTION_COLLECTION_HASH_MATCH, "every entry matches");
  }

  private static Map<String, byte[]> hashes(Cbor uris) {
    Map<String, byte[]> hashes = new LinkedHashMap<>();
    switch (uris) {
      case Cbor.Fields byName ->
          byName
              .entries()
              .forEach(
                  (name, item) ->
                      hashes.put(name.asText(), item.asFields().require("hash").asBytes()));
      default ->
          uris.asList()
              .forEach(
                  item ->
                      hashes.put(
                          item.asFields().text("uri"), item.asFields().require("hash").asBytes()));
    }
    return hashes;
  }

  private static Finding mismatch(String explanation) {
    return new Finding(StatusCode.ASSERTION_COLLECTION_HASH_MISMATCH, explanation);
  }
}
