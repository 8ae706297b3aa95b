package io.assay.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.ledger.tree.Merkle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));
  private static final VerifierKey NEUMANN =
      VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  private static final String NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  @Test
  void verifiesThePublishedExample() {
    SignedNote note = parse(NOTE);
    assertThat(note.verifiedBy(List.of(NEUMANN))).containsExactly(NEUMANN);
    assertThat(note.toString()).isEqualTo(NOTE);
    assertThat(NEUMANN.toString()).startsWith("PeterNeumann+c74f20a3+");
  }

  @Test
  void refusesAKnownKeyWhoseSignatureIsBad_andIgnoresUnknownKeys() {
    SignedNote changed = parse(NOTE.replace("answer", "answers"));
    assertThatThrownBy(() -> changed.verifiedBy(List.of(NEUMANN)))
        .hasMessageContaining("PeterNeumann is not good");
    SigningKey other = SigningKey.generate("other.example", KeyType.ED25519, CLOCK);
    assertThat(changed.verifiedBy(List.of(other.verifier()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\n\u2014 name AAAAAAA=",
        "text\n\nname AAAAAAA=\n",
        "text\n\n\u2014 na+me AAAAAAA=\n",
        "text\n\n\u2014 name AAAA\n",
        "te\txt\n\n\u2014 name AAAAAAA=\n",
        "text\n\n\u2014 name AAAAAAB=\n"
      })
  void refusesMalformedNotes(String note) {
    assertThatThrownBy(() -> parse(note)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNotesTooLargeOrWithTooManySignatures() {
    assertThatThrownBy(() -> SignedNote.parse(new byte[2 << 20])).hasMessageContaining("too large");
    String flood = "text\n\n" + "\u2014 name AAAAAAA=\n".repeat(101);
    assertThatThrownBy(() -> parse(flood)).hasMessageContaining("more than 100");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SM2")
  void aKeyOfEachTypeSignsAndSurvivesItsTextForm(KeyType type) {
    SigningKey key = SigningKey.generate("key.example", type, CLOCK);
    SigningKey read = SigningKey.parse(key.secret(), CLOCK);
    assertThat(VerifierKey.parse(key.toString())).isEqualTo(read.verifier());
    String text = new Checkpoint("log.example", 7, Merkle.EMPTY_ROOT).text();
    SignedNote note = parse(SignedNote.sign(text, List.of(read)).toString());
    assertThat(note.verifiedBy(List.of(key.verifier()))).hasSize(1);
    SignedNote moved =
        new SignedNote(
            new Checkpoint("log.example", 8, Merkle.EMPTY_ROOT).text(), note.signatures());
    assertThatThrownBy(() -> moved.verifiedBy(List.of(key.verifier())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPrivateKeyOfAnotherPublicKeyIsRefused() {
    String one = SigningKey.generate("key.example", KeyType.ED25519, CLOCK).secret();
    String two = SigningKey.generate("key.example", KeyType.ED25519, CLOCK).secret();
    String mixed = one.split("\n")[0] + "\n" + two.split("\n")[1];
    assertThatThrownBy(() -> SigningKey.parse(mixed, CLOCK)).hasMessageContaining("is not that of");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n01\n%s\n",
        "a\n-1\n%s\n",
        "a\n1\n",
        "\n1\n%s\n",
        "a\n1\n%s\n\n",
        "a\n1 \n%s\n"
      })
  void refusesMalformedCheckpoints(String text) {
    String filled = text.formatted(Merkle.EMPTY_ROOT.toBase64());
    assertThatThrownBy(() -> Checkpoint.parse(filled)).isInstanceOf(IllegalArgumentException.class);
  }

  private static SignedNote parse(String note) {
    return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
  }
}
