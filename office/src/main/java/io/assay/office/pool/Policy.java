package io.assay.office.pool;

import io.assay.office.policy.PolicyNumber;
import io.assay.office.policy.PolicyNumber.Unit;
import io.assay.office.policy.PolicyNumbers;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the law leaves to the operator: every number here is policy. */
@Component("poolPolicy")
public final class Policy implements PolicyNumbers {
  /** How long an emergency entry may stand before a second person has reviewed it. */
  public static final PolicyNumber EX_POST =
      new PolicyNumber("pool.ex-post", Unit.HOURS, 24, 1, 168);

  /** The share of benign texts that a new feature may block beside those blocked already. */
  public static final PolicyNumber OVER_BLOCK =
      new PolicyNumber("pool.over-block", Unit.THOUSANDTHS, 1, 0, 50);

  /** How long the pool may go without a change. */
  public static final PolicyNumber UPDATE = new PolicyNumber("pool.update", Unit.DAYS, 7, 1, 30);

  /** The fewest characters of evidence. */
  static final PolicyNumber EVIDENCE = new PolicyNumber("pool.evidence", Unit.COUNT, 10, 1, 1_000);

  /** How many of the operator's own latest decisions a replay takes. */
  static final PolicyNumber OWN_DECISIONS =
      new PolicyNumber("pool.own-decisions", Unit.COUNT, 500, 0, 5_000);

  /** How many kept pictures or sounds on which the operator decided a replay takes. */
  static final PolicyNumber OWN_FILES =
      new PolicyNumber("pool.own-files", Unit.COUNT, 100, 0, 1_000);

  /** The longest words of letters that match as whole words only. */
  static final PolicyNumber SHORT_WORD = new PolicyNumber("pool.short-word", Unit.COUNT, 3, 1, 8);

  /** The longest sound of which an editor lets a fingerprint be taken. */
  static final PolicyNumber SOUND = new PolicyNumber("pool.sound", Unit.SECONDS, 30, 3, 90);

  @Override
  public List<PolicyNumber> numbers() {
    return List.of(
        EX_POST, OVER_BLOCK, UPDATE, EVIDENCE, OWN_DECISIONS, OWN_FILES, SHORT_WORD, SOUND);
  }
}
