package io.assay.office.pool;

import io.assay.review.Characteristic;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a feature must meet before a second person may approve it: the entry standards that Art. 10
 * paragraph 2 asks the provider to have. The standards themselves are the operator's policy.
 */
public enum EntryStandard {
  /** It names the provision or standard that it serves. */
  GROUND {
    @Override
    boolean met(PoolFeature feature, Optional<ReplayResult> replay, Threshold threshold) {
      return !feature.feature().entry().standard().isBlank();
    }
  },
  /** It says what shows that the wording stands for the harm. */
  EVIDENCE {
    @Override
    boolean met(PoolFeature feature, Optional<ReplayResult> replay, Threshold threshold) {
      return feature.feature().entry().evidence().strip().length() >= threshold.evidence();
    }
  },
  /** A short word of letters or digits matches as a whole word only. */
  BOUNDARY {
    @Override
    boolean met(PoolFeature feature, Optional<ReplayResult> replay, Threshold threshold) {
      return switch (feature.feature().characteristic()) {
        case Characteristic.Expression expression ->
            !isShort(expression.pattern(), threshold.shortWord());
        case Characteristic.Keyword keyword -> keyword.text().strip().length() > 1;
        default -> true;
      };
    }
  },
  /** It was replayed on the corpora of its kind, as far as there are any. */
  REPLAYED {
    @Override
    boolean met(PoolFeature feature, Optional<ReplayResult> replay, Threshold threshold) {
      return replay.filter(ReplayResult::complete).isPresent();
    }
  },
  /** The replay blocks hardly anything benign that was not blocked before. */
  PRECISION {
    @Override
    boolean met(PoolFeature feature, Optional<ReplayResult> replay, Threshold threshold) {
      return replay.filter(it -> it.precise(threshold.overBlock())).isPresent();
    }
  };

  private static final Pattern LETTERS = Pattern.compile("(?:\\(\\?i\\))?([\\p{IsLatin}0-9]+)");

  private static boolean isShort(String expression, int longest) {
    Matcher letters = LETTERS.matcher(expression);
    return letters.matches() && letters.group(1).length() <= longest;
  }

  abstract boolean met(PoolFeature feature, Optional<ReplayResult> replay, Threshold threshold);

  /** The end of the code with which an approval is refused. */
  public String code() {
    return "pool.standard." + name();
  }
}
