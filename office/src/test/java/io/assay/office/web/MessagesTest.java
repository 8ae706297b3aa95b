package io.assay.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)[}(]");
  private static final Pattern COMPOSED = Pattern.compile("#\\{\\|([a-z][\\w.]*\\.)\\$\\{");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

  @Test
  void everyBundleHasTheSameKeys_inBothLanguages() {
    assertThat(bundles()).isNotEmpty();
    for (String bundle : bundles()) {
      assertThat(messages(bundle + "_zh").keySet()).as(bundle).isEqualTo(messages(bundle).keySet());
    }
  }

  @Test
  void everyMessageSaysSomething_withTheSameArguments() {
    for (String bundle : bundles()) {
      Properties english = messages(bundle);
      messages(bundle + "_zh")
          .forEach(
              (key, chinese) -> {
                assertThat(chinese.toString()).as("%s", key).isNotBlank();
                assertThat(arguments(chinese.toString()))
                    .as("%s", key)
                    .isEqualTo(arguments(english.getProperty(key.toString())));
              });
    }
  }

  @Test
  void everyKeyThatATemplateUsesExists() {
    Set<String> keys = new TreeSet<>();
    bundles().forEach(it -> keys.addAll(messages(it).stringPropertyNames()));
    for (Path template : files(RESOURCES.resolve("templates"), ".html")) {
      assertThat(found(KEY, read(template))).as("%s", template).isSubsetOf(keys);
      for (String prefix : found(COMPOSED, read(template))) {
        assertThat(keys).as("%s", template).anyMatch(it -> it.startsWith(prefix));
      }
    }
  }

  @Test
  void noTemplateScriptOrClassSpeaksChinese() {
    Stream.of(
            files(RESOURCES.resolve("templates"), ".html"),
            files(RESOURCES.resolve("static/assets"), ".js"),
            files(Path.of("src/main/java"), ".java"))
        .flatMap(List::stream)
        .forEach(it -> assertThat(HAN.matcher(read(it)).find()).as("%s", it).isFalse());
  }

  private static List<String> bundles() {
    return files(RESOURCES.resolve("i18n"), ".properties").stream()
        .map(it -> String.valueOf(it.getFileName()).replace(".properties", ""))
        .filter(it -> !it.endsWith("_zh"))
        .toList();
  }

  private static Properties messages(String bundle) {
    Properties messages = new Properties();
    Path file = RESOURCES.resolve("i18n").resolve(bundle + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      messages.load(reader);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return messages;
  }

  private static Set<String> arguments(String message) {
    return ARGUMENT
        .matcher(message)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(it -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> files(Path root, String ending) {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(it -> it.toString().endsWith(ending)).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
