package io.assay.office.verify;

import io.assay.mark.LabelRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a register for one check, and remembers which issues it told of. Not thread-safe. */
final class Remembered implements LabelRegistry {
  private final LabelRegistry register;
  private final List<Issue> told = new ArrayList<>();

  Remembered(LabelRegistry register) {
    this.register = register;
  }

  @Override
  public boolean issues(String contentProducer) {
    return register.issues(contentProducer);
  }

  @Override
  public Optional<Issue> find(String contentProducer, String produceId) {
    Optional<Issue> issue = register.find(contentProducer, produceId);
    issue.ifPresent(told::add);
    return issue;
  }

  @Override
  public List<Issue> findByPayload(String payloadSha256) {
    List<Issue> issues = register.findByPayload(payloadSha256);
    told.addAll(issues);
    return issues;
  }

  /** The content number of the first issue told of. */
  Optional<String> produceId() {
    return told.stream().findFirst().map(it -> it.label().produceId());
  }
}
