package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Draws docs/compliance.md from the code: which type enforces which duty. */
class ComplianceMapTest {
  private static final Path MAP = Path.of("..", "docs", "compliance.md");
  private static final Path DRAWN = Path.of("target", "compliance.md");

  private static Map<String, SortedSet<String>> enforced() {
    var duties = new TreeMap<String, SortedSet<String>>();
    for (var type :
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.assay")) {
      for (JavaAnnotation<JavaClass> annotation : type.getAnnotations()) {
        if (annotation.getRawType().getSimpleName().equals("Duty")) {
          for (var duty : (String[]) annotation.get("value").orElseThrow()) {
            duties.computeIfAbsent(duty, d -> new TreeSet<>()).add(type.getName());
          }
        }
      }
    }
    return duties;
  }

  private static Map<String, String[]> known() throws IOException {
    var known = new LinkedHashMap<String, String[]>();
    try (var in = ComplianceMapTest.class.getResourceAsStream("/duties.tsv")) {
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        var cells = line.split("\t");
        known.put(cells[0], cells);
      }
    }
    return known;
  }

  private static String drawn() throws IOException {
    var enforced = enforced();
    var text =
        new StringBuilder(
            """
            # Which code enforces which duty

            Drawn from the annotations `@Duty` in the code by `ComplianceMapTest`; do not edit.
            A duty without code is one that nothing here enforces yet.

            | duty | what it asks | enforced by |
            |---|---|---|
            """);
    for (var duty : known().values()) {
      text.append("| %s | %s | %s |\n".formatted(duty[1], duty[2], types(enforced.get(duty[0]))));
    }
    return text.toString();
  }

  private static String types(@Nullable Collection<String> types) {
    return types == null
        ? "–"
        : String.join(
            "<br>",
            types.stream().map(type -> "`" + type.substring("io.assay.".length()) + "`").toList());
  }

  @Test
  void everyDutyInTheCodeIsKnown() throws IOException {
    assertThat(known().keySet()).containsAll(enforced().keySet());
  }

  @Test
  void theMapIsNotStale() throws IOException {
    Files.createDirectories(DRAWN.getParent());
    Files.writeString(DRAWN, drawn());
    assertThat(Files.readAllLines(MAP))
        .as("copy app/target/compliance.md to docs/compliance.md")
        .isEqualTo(List.copyOf(Files.readAllLines(DRAWN)));
  }
}
