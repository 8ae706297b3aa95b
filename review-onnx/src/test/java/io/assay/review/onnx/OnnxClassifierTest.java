package io.assay.review.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.assay.review.ReviewException;
import io.assay.review.classifier.Outcome;
import io.assay.review.classifier.Outcome.Failed;
import io.assay.review.classifier.Outcome.Scored;
import io.assay.review.onnx.OnnxModel.Activation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxClassifierTest {

  private static final WordPiece TOKENS =
      WordPiece.of(
          List.of(
              "[PAD]", "[UNK]", "[CLS]", "[SEP]", "hello", "world", "好", "你", ",", "##ing", "fraud",
              "scam"));

  @TempDir Path folder;

  @Test
  void scoresATextByTheModel() throws IOException {
    try (OnnxClassifier classifier = classifier(Activation.SIGMOID)) {
      assertThat(score(classifier.classify("hello, world"), "bad"))
          .isCloseTo(sigmoid(8 - 9.5), within(1e-6));
      assertThat(score(classifier.classify("hello scam"), "bad"))
          .isCloseTo(sigmoid(11 - 9.5), within(1e-6));
      assertThat(score(classifier.classify(""), "good")).isCloseTo(sigmoid(6.5), within(1e-6));
    }
  }

  @Test
  void sharesOutTheScores_withSoftmax() throws IOException {
    try (OnnxClassifier classifier = classifier(Activation.SOFTMAX)) {
      Outcome outcome = classifier.classify("scam");
      assertThat(score(outcome, "bad") + score(outcome, "good")).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void findsAWordAnywhereInALongText() throws IOException {
    try (OnnxClassifier classifier = classifier(Activation.SIGMOID)) {
      for (int before = 0; before < 60; before++) {
        String text = "hello ".repeat(before) + "scam" + " hello".repeat(40);
        assertThat(score(classifier.classify(text), "bad"))
            .as("%d words before", before)
            .isGreaterThan(0.8);
      }
    }
  }

  @Test
  void fails_whenTheLabelsDoNotFitTheOutputs() throws IOException {
    try (OnnxClassifier classifier =
        new OnnxClassifier(
            new OnnxModel("m", file(), hash(), List.of("one"), Activation.SIGMOID, 16), TOKENS)) {
      assertThat(classifier.classify("hello")).isInstanceOf(Failed.class);
    }
  }

  @Test
  void refusesAFileWithAnotherHash_orThatIsNoModel() throws IOException {
    Path file = file();
    assertThatThrownBy(
            () ->
                new OnnxClassifier(
                    new OnnxModel("m", file, "00", List.of("bad", "good"), Activation.SIGMOID, 16),
                    TOKENS))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining(hash());
    byte[] junk = "no model".getBytes(StandardCharsets.UTF_8);
    Files.write(file, junk);
    assertThatThrownBy(
            () ->
                new OnnxClassifier(
                    new OnnxModel("m", file, sha256(junk), List.of("bad"), Activation.SIGMOID, 16),
                    TOKENS))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("no model that can run here");
  }

  @Test
  void cutsWordsIntoTheLongestPiecesOfTheVocabulary() {
    assertThat(TOKENS.tokens("Hello  WORLD")).containsExactly(4, 5);
    assertThat(TOKENS.tokens("你好,scaming")).containsExactly(7, 6, 8, 11, 9);
    assertThat(TOKENS.tokens("héllo xyz")).containsExactly(4, 1);
    assertThat(TOKENS.tokens("x".repeat(500))).containsExactly(1);
    assertThatThrownBy(() -> WordPiece.of(List.of("hello")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private OnnxClassifier classifier(Activation activation) throws IOException {
    return new OnnxClassifier(
        new OnnxModel("tiny", file(), hash(), List.of("bad", "good"), activation, 16), TOKENS);
  }

  private Path file() throws IOException {
    return Files.write(folder.resolve("model.onnx"), TinyModel.bytes());
  }

  private static String hash() {
    return sha256(TinyModel.bytes());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static double score(Outcome outcome, String label) {
    return ((Scored) outcome).score(label).orElseThrow();
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
