package io.assay.office.news;

import static java.util.Objects.requireNonNull;

import io.assay.gateway.Duty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Tells by its form whether a text looks like news (Art. 6): dateline, byline, attribution, quoted
 * officials, the who-when-where of a lead. It judges the form, never whether something is true.
 */
@Duty("DS-6")
@Component
public class NewsForm {
  private static final int LEAD = 400;
  private static final int MOST = 100;

  private final List<NewsClassifier> classifiers;

  NewsForm(List<NewsClassifier> classifiers) {
    this.classifiers = List.copyOf(classifiers);
  }

  /**
   * What was found.
   *
   * @param points from 0 to 100
   * @param reasons each the end of a message key that says why
   */
  public record Detection(int points, List<String> reasons) {
    public Detection {
      reasons = List.copyOf(reasons);
    }
  }

  private record Sign(String name, int points, boolean inLead, Pattern pattern) {
    Sign(String name, int points, boolean inLead, String pattern) {
      this(name, points, inLead, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }
  }

  private static final List<Sign> SIGNS = read();

  private static List<Sign> read() {
    try (InputStream table = NewsForm.class.getResourceAsStream("signs.tsv")) {
      return new String(requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .map(
              cells ->
                  new Sign(cells[0], Integer.parseInt(cells[1]), cells[2].equals("lead"), cells[3]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks at a title and its text. */
  public Detection detect(String title, String text) {
    String whole = title + "\n" + text;
    String lead = whole.substring(0, Math.min(whole.length(), title.length() + LEAD));
    List<String> reasons = new ArrayList<>();
    int points = 0;
    for (Sign sign : SIGNS) {
      if (sign.pattern().matcher(sign.inLead() ? lead : whole).find()) {
        points += sign.points();
        reasons.add(sign.name());
      }
    }
    for (NewsClassifier classifier : classifiers) {
      int own = classifier.points(title, text);
      if (own > 0) {
        points = Math.max(points, own);
        reasons.add("classifier " + classifier.name());
      }
    }
    return new Detection(Math.min(points, MOST), reasons);
  }
}
