package io.assay.gateway.config;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Binds a YAML file to records, strictly: an unknown key fails and the message names the nearest
 * known one. {@code ${NAME}} stands for an environment variable, so that secrets stay out of files.
 */
public final class Settings {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private Settings() {}

  /** Reads {@code file} as a {@code T}; an empty file gives a {@code T} of defaults only. */
  public static <T> T read(Path file, Class<T> type, Map<String, String> environment) {
    try {
      return parse(Files.readString(file), type, environment);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the configuration " + file, e);
    } catch (SettingsException e) {
      throw new SettingsException(file + ": " + e.getMessage(), e);
    }
  }

  public static <T> T parse(String yaml, Class<T> type, Map<String, String> environment) {
    var text = withoutComments(yaml).isBlank() ? "{}" : substitute(yaml, environment);
    try {
      return YAML.readValue(text, type);
    } catch (UnrecognizedPropertyException e) {
      throw new SettingsException(unknown(e), e);
    } catch (JacksonException e) {
      throw new SettingsException(
          "line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
    }
  }

  private static String withoutComments(String yaml) {
    return yaml.lines().filter(line -> !line.strip().startsWith("#")).collect(joining());
  }

  private static String substitute(String yaml, Map<String, String> environment) {
    return yaml.lines()
        .map(line -> line.strip().startsWith("#") ? line : substituteLine(line, environment))
        .collect(joining("\n"));
  }

  private static String substituteLine(String line, Map<String, String> environment) {
    return VARIABLE
        .matcher(line)
        .replaceAll(
            match -> {
              var value = environment.get(match.group(1));
              if (value == null) {
                throw new SettingsException(
                    "the environment variable "
                        + match.group(1)
                        + " is not set; set it or write the value in its place");
              }
              return Matcher.quoteReplacement(value);
            });
  }

  private static String unknown(UnrecognizedPropertyException e) {
    var path =
        e.getPath().stream()
            .map(
                step ->
                    step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : step.getPropertyName())
            .collect(joining("."));
    var known =
        Optional.ofNullable(e.getKnownPropertyIds()).orElse(java.util.List.of()).stream()
            .map(String::valueOf)
            .toList();
    return "unknown key '"
        + path
        + "'"
        + nearest(e.getPropertyName(), known)
            .map(near -> "; did you mean '" + near + "'?")
            .orElse("")
        + " Known keys here: "
        + known.stream().sorted().collect(joining(", "));
  }

  private static Optional<String> nearest(String key, Collection<String> known) {
    return known.stream().min(Comparator.comparingInt(candidate -> distance(key, candidate)));
  }

  private static int distance(String a, String b) {
    var previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
