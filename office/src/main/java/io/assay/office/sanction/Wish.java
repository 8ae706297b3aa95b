package io.assay.office.sanction;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.sanction.Statement.Automation;
import io.assay.office.sanction.Statement.Ground;
import io.assay.office.sanction.Statement.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sanction as somebody asks for it.
 *
 * @param days how long; 0 for without an end
 * @param capabilities what a limit closes, separated by blanks
 * @param exchanges the exchanges it rests on, separated by blanks
 */
record Wish(
    Level level,
    String facts,
    Ground ground,
    String clause,
    int days,
    String capabilities,
    String exchanges) {
  private static final int LONGEST_TEXT = 1_000;
  private static final int MOST_DAYS = 3_650;
  private static final Set<String> CLOSABLE = Set.of("chat", "image", "speech");

  Wish {
    boolean textual =
        !facts.isBlank()
            && facts.length() <= LONGEST_TEXT
            && !clause.isBlank()
            && clause.length() <= LONGEST_TEXT
            && exchanges.length() <= LONGEST_TEXT;
    boolean lasting = days >= 0 && days <= MOST_DAYS && (days > 0 || level == Level.CLOSE);
    boolean limited = level != Level.LIMIT || !words(capabilities).isEmpty();
    if (!textual || !lasting || !limited || !CLOSABLE.containsAll(words(capabilities))) {
      throw new ActionRefusedException("sanction.incomplete");
    }
  }

  Statement statement(Instant now) {
    @Nullable Instant end = days == 0 ? null : now.plus(Duration.ofDays(days));
    return new Statement(
        level,
        level == Level.LIMIT ? Set.copyOf(words(capabilities)) : Set.of(),
        facts.strip(),
        ground,
        clause.strip(),
        Source.OWN_REVIEW,
        !exchanges.isBlank(),
        Automation.NOT,
        now,
        end);
  }

  List<String> rests() {
    return words(exchanges);
  }

  Map<String, String> asFacts() {
    Map<String, String> all = new TreeMap<>();
    all.put("level", level.name());
    all.put("facts", facts);
    all.put("ground", ground.name());
    all.put("clause", clause);
    all.put("days", Integer.toString(days));
    all.put("exchanges", exchanges);
    return all;
  }

  private static List<String> words(String text) {
    return Stream.of(text.strip().split("[\\s,]+")).filter(it -> !it.isEmpty()).distinct().toList();
  }
}
