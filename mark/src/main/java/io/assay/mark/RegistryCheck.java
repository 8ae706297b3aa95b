package io.assay.mark;

import io.assay.mark.Finding.Bearing;
import io.assay.mark.LabelRegistry.Issue;
import io.assay.mark.aigc.AigcLabel;
import java.util.List;
import java.util.Optional;

/** Holds a label and its content against what was issued. */
record RegistryCheck(LabelRegistry registry) {

  List<Finding> check(Optional<AigcLabel> label, String payload) {
    return label.isPresent() ? labelled(label.get(), payload) : unlabelled(payload);
  }

  private List<Finding> unlabelled(String payload) {
    return registry.findByPayload(payload).stream()
        .findFirst()
        .map(
            issue ->
                List.of(
                    new Finding(
                        "register.stripped",
                        Bearing.SHOWS_STRIPPING,
                        "this content was issued as " + issue.label().produceId())))
        .orElse(List.of());
  }

  private List<Finding> labelled(AigcLabel label, String payload) {
    if (!registry.issues(label.contentProducer())) {
      return List.of();
    }
    Optional<Issue> issue = registry.find(label.contentProducer(), label.produceId());
    if (issue.isEmpty()) {
      return List.of(
          new Finding(
              "register.unknown-id",
              Bearing.SHOWS_FORGERY,
              label.contentProducer() + " issued nothing as " + label.produceId()));
    }
    return List.of(compare(issue.get(), label, payload));
  }

  private Finding compare(Issue issue, AigcLabel label, String payload) {
    if (!sameOrigin(issue.label(), label)) {
      return new Finding(
          "register.label-altered",
          Bearing.SHOWS_ALTERATION,
          "issued as " + issue.label().json() + ", found as " + label.json());
    }
    if (issue.payloadSha256().equals(payload)) {
      return new Finding("register.match", Bearing.SHOWS_INTACT, "label and content are as issued");
    }
    return registry.findByPayload(payload).stream()
        .findFirst()
        .map(
            other ->
                new Finding(
                    "register.other-content",
                    Bearing.SHOWS_TRANSPLANT,
                    "this content was issued as "
                        + other.label().produceId()
                        + ", not as "
                        + label.produceId()))
        .orElseGet(
            () ->
                new Finding(
                    "register.content-altered",
                    Bearing.SHOWS_ALTERATION,
                    "the content is not, byte for byte, what was issued as " + label.produceId()));
  }

  /** Propagators fill fields of their own; the producer's fields must stay. */
  private static boolean sameOrigin(AigcLabel issued, AigcLabel found) {
    return issued.label() == found.label()
        && issued.contentProducer().equals(found.contentProducer())
        && issued.produceId().equals(found.produceId())
        && issued.reservedCode1().equals(found.reservedCode1());
  }
}
