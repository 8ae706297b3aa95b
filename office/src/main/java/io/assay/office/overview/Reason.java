package io.assay.office.overview;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A step's reason, taken apart so that a page can say it in the reader's language.
 *
 * @param key the message that says it, if there is one
 * @param values what fills the gaps of the message
 * @param text the reason as recorded
 */
public record Reason(String key, List<String> values, String text) {
  private static final String PREFIX = "because.";
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z]+");

  private static final List<Form> FORMS =
      List.of(
          new Form("reviewed", "reviewed (\\d+) of (\\d+) characters"),
          new Form(
              "reviewed-files", "reviewed (\\d+) of (\\d+) characters and (\\d+) of (\\d+) files"),
          new Form("labels-found", "(\\d+) labels? found again"),
          new Form("key", "key (\\S+)"),
          new Form("exit", "then through the exit (\\S+)"),
          new Form("released", "released in review (\\S+)"),
          new Form("suspended", "suspended: (.*)"));

  public Reason {
    values = List.copyOf(values);
  }

  private record Form(String name, Pattern pattern) {
    Form(String name, String pattern) {
      this(name, Pattern.compile(pattern));
    }
  }

  /** What fills the gaps of the message, as templates take it. */
  public Object[] gaps() {
    return values.toArray();
  }

  static Reason of(String text) {
    for (Form form : FORMS) {
      Matcher matcher = form.pattern.matcher(text);
      if (matcher.matches()) {
        return new Reason(PREFIX + form.name, groups(matcher.toMatchResult()), text);
      }
    }
    String words = NOT_A_LETTER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
    return new Reason(PREFIX + words, List.of(), text);
  }

  private static List<String> groups(MatchResult match) {
    return IntStream.rangeClosed(1, match.groupCount()).mapToObj(match::group).toList();
  }
}
