package io.assay.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VendorTest {
  private static final Path VENDOR = Path.of("src/main/resources/static/vendor");
  private static final Pattern ICON = Pattern.compile("icon\\('([a-z0-9-]+)'\\)");
  private static final Pattern ENTRY =
      Pattern.compile("\"file\": \"([^\"]+)\"[^}]*\"sha256\": \"([^\"]+)\"");

  @Test
  void theManifestNamesEveryVendoredFile_withItsHash() throws IOException {
    TreeMap<String, String> named = new TreeMap<>();
    ENTRY
        .matcher(Files.readString(VENDOR.resolve("manifest.json")))
        .results()
        .forEach(it -> named.put(it.group(1), it.group(2)));
    TreeMap<String, String> present = new TreeMap<>();
    try (Stream<Path> files = Files.list(VENDOR)) {
      files
          .filter(it -> !it.endsWith("manifest.json"))
          .forEach(it -> present.put(VENDOR.relativize(it).toString(), sha256(it)));
    }
    assertThat(present).isEqualTo(named);
  }

  @Test
  void everyIconThatATemplateNames_isInTheSprite() throws IOException {
    String sprite = Files.readString(VENDOR.resolve("tabler-icons-3.51.0.svg"));
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
      for (Path template : files.filter(it -> it.toString().endsWith(".html")).toList()) {
        assertThat(ICON.matcher(Files.readString(template)).results().map(it -> it.group(1)))
            .as("%s", template)
            .allSatisfy(it -> assertThat(sprite).contains("id=\"" + it + "\""));
      }
    }
  }

  private static String sha256(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
