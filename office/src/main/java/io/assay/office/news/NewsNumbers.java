package io.assay.office.news;

import io.assay.office.policy.PolicyNumber;
import io.assay.office.policy.PolicyNumber.Unit;
import io.assay.office.policy.PolicyNumbers;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the law leaves to the operator about news: every number here is policy. */
@Component
final class NewsNumbers implements PolicyNumbers {
  static final PolicyNumber SUSPECTED =
      new PolicyNumber("news.suspected", Unit.POINTS, 40, 1, 1_000);
  static final PolicyNumber CERTAIN = new PolicyNumber("news.certain", Unit.POINTS, 70, 1, 1_000);
  static final PolicyNumber DIVERGENCE =
      new PolicyNumber("news.divergence", Unit.THOUSANDTHS, 150, 0, 1_000);

  @Override
  public List<PolicyNumber> numbers() {
    return List.of(SUSPECTED, CERTAIN, DIVERGENCE);
  }
}
