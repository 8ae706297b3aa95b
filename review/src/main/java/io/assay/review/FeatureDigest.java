package io.assay.review;

import io.assay.review.Characteristic.ClassifierThreshold;
import io.assay.review.Characteristic.Combination;
import io.assay.review.Characteristic.Expression;
import io.assay.review.Characteristic.Keyword;
import io.assay.review.Characteristic.PerceptualHash;
import io.assay.review.Characteristic.TextFingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;

/** Hashes features field by field, each field with its length, sets in sorted order. */
final class FeatureDigest {

  private final MessageDigest digest = sha256();
  private final byte[] number = new byte[Long.BYTES];

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }

  void add(Feature feature) {
    text(feature.id());
    number(feature.version());
    characteristic(feature.characteristic());
    rule(feature.rule());
    texts(feature.matching().layers().enabled().stream().map(Enum::name).sorted().toList());
    texts(feature.matching().exceptions());
    entry(feature.entry());
  }

  byte[] finish() {
    return digest.digest();
  }

  private void characteristic(Characteristic characteristic) {
    text(characteristic.getClass().getSimpleName());
    switch (characteristic) {
      case Keyword keyword -> text(keyword.text());
      case Combination combination -> {
        texts(combination.terms());
        number(combination.within());
      }
      case Expression expression -> text(expression.pattern());
      case PerceptualHash hash -> {
        text(hash.medium().name());
        text(hash.hash());
        number(Double.doubleToLongBits(hash.tolerance()));
      }
      case TextFingerprint fingerprint -> {
        text(fingerprint.hash());
        number(fingerprint.tolerance());
      }
      case ClassifierThreshold threshold -> {
        text(threshold.classifier());
        text(threshold.label());
        number(Double.doubleToLongBits(threshold.threshold()));
      }
    }
  }

  private void rule(Rule rule) {
    text(rule.category().code());
    text(rule.severity().name());
    text(rule.disposition().name());
    texts(rule.scope().directions().stream().map(Enum::name).sorted().toList());
    texts(rule.scope().capabilities().stream().sorted().toList());
    texts(rule.scope().tenants().stream().sorted().toList());
    text(rule.mode().name());
  }

  private void entry(Entry entry) {
    text(entry.standard());
    text(entry.evidence());
    text(entry.editor());
    text(entry.approver());
    text(entry.expires().map(Instant::toString).orElse(""));
  }

  private void texts(Collection<String> values) {
    number(values.size());
    values.forEach(this::text);
  }

  private void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    digest.update(bytes);
  }

  private void number(long value) {
    for (int i = 0; i < Long.BYTES; i++) {
      number[i] = (byte) (value >>> (56 - 8 * i));
    }
    digest.update(number);
  }
}
