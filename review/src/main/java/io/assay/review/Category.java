package io.assay.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of harmful content.
 *
 * <p>Source: GB/T 45654-2025 (31 risks); Provisions on the Governance of the Online Information
 * Content Ecosystem, Article 6 (11 kinds of illegal information) and Article 7 (9 kinds of negative
 * information). The English names are translations of ours.
 *
 * @param code the place in its list, such as {@code A.1.3}, {@code I.5} or {@code N.4}
 */
public record Category(String code, Taxonomy list, String chinese, String english) {

  /** The lists that categories come from. */
  public enum Taxonomy {
    RISK,
    ILLEGAL,
    NEGATIVE
  }

  private static final class Shipped {
    static final List<Category> ALL = read();
    static final Map<String, Category> BY_CODE =
        ALL.stream().collect(Collectors.toUnmodifiableMap(Category::code, Function.identity()));
  }

  public Category {
    if (code.isBlank()) {
      throw new IllegalArgumentException("a category has no code; give one");
    }
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(chinese, "chinese");
    Objects.requireNonNull(english, "english");
  }

  /** The shipped category of that code. */
  public static Category of(String code) {
    Category found = Shipped.BY_CODE.get(code);
    if (found == null) {
      throw new IllegalArgumentException(
          "no category '" + code + "'; use one of " + all().stream().map(Category::code).toList());
    }
    return found;
  }

  /** All shipped categories in the order of their lists. */
  public static List<Category> all() {
    return Shipped.ALL;
  }

  private static List<Category> read() {
    try (InputStream in =
            Objects.requireNonNull(Category.class.getResourceAsStream("categories.tsv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().map(Category::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Category parse(String line) {
    String[] cells = line.split("\t", -1);
    return new Category(cells[0], Taxonomy.valueOf(cells[1]), cells[2], cells[3]);
  }
}
