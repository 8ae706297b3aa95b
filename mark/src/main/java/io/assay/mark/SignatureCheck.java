package io.assay.mark;

import io.assay.mark.Finding.Bearing;
import io.assay.mark.aigc.AigcLabel;
import io.assay.mark.aigc.KeyRegistry;
import io.assay.mark.aigc.SecurityData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a label and its content against the signature in ReservedCode1. */
record SignatureCheck(KeyRegistry keys) {

  List<Finding> check(AigcLabel label, Media media) {
    if (label.reservedCode1().isEmpty()) {
      return List.of();
    }
    Optional<SecurityData> read = SecurityData.read(label.reservedCode1());
    if (read.isEmpty()) {
      return List.of(
          new Finding(
              "security.opaque", Bearing.INFORMS, "ReservedCode1 is not TC260PG SecurityData"));
    }
    SecurityData data = read.get();
    if (!data.covers(label)) {
      return List.of(
          new Finding(
              "security.signature",
              Bearing.SHOWS_ALTERATION,
              "the SM2 signature does not fit the label"));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(key(data, label));
    data.binding().ifPresent(binding -> findings.add(binding(data, binding, label, media)));
    return findings;
  }

  private Finding key(SecurityData data, AigcLabel label) {
    if (data.isForeign(label, keys)) {
      return new Finding(
          "security.key-foreign",
          Bearing.SHOWS_FORGERY,
          "signed by a key that is not one of " + label.contentProducer());
    }
    return data.isPinned(label, keys)
        ? new Finding("security.key-pinned", Bearing.INFORMS, "signed by the producer's key")
        : new Finding(
            "security.key-unknown", Bearing.INFORMS, "signed by a key that nobody vouches for");
  }

  private Finding binding(
      SecurityData data, SecurityData.Binding binding, AigcLabel label, Media media) {
    if (!data.bindsGenuinely(label)) {
      return new Finding(
          "security.binding", Bearing.SHOWS_ALTERATION, "the binding is not the one signed");
    }
    if (!binding.sm3().equals(Payload.sm3(media))) {
      return new Finding(
          "security.other-content",
          Bearing.SHOWS_TRANSPLANT,
          "the label was signed for other content");
    }
    return data.isPinned(label, keys)
        ? new Finding(
            "security.bound", Bearing.SHOWS_INTACT, "the producer signed label and content")
        : new Finding(
            "security.bound-unvouched",
            Bearing.INFORMS,
            "label and content fit a signature that nobody vouches for");
  }
}
