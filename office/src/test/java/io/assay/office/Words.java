package io.assay.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The messages of the office as they are written down. */
public final class Words {
  private static final Path BUNDLES = Path.of("src/main/resources/i18n");
  private static final Properties ENGLISH = read("*[!h].properties");
  private static final Properties CHINESE = read("*_zh.properties");

  private Words() {}

  /** Fails unless a key has a message in English and one with Chinese characters. */
  public static void assertSaid(String key) {
    assertThat(ENGLISH.getProperty(key)).as(key).isNotBlank();
    assertThat(CHINESE.getProperty(key)).as(key).containsPattern("\\p{IsHan}");
  }

  private static Properties read(String files) {
    Properties all = new Properties();
    try (DirectoryStream<Path> bundles = Files.newDirectoryStream(BUNDLES, files)) {
      for (Path bundle : bundles) {
        try (Reader reader = Files.newBufferedReader(bundle)) {
          all.load(reader);
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return all;
  }
}
