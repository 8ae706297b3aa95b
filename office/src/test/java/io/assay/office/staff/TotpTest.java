package io.assay.office.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  /** The secret of RFC 6238 Appendix B, "12345678901234567890", in Base32. */
  private static final Totp RFC = Totp.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:10Z");

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void showsThePasswordsOfTheStandard(long second, String password) {
    assertThat(RFC.password(Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(password);
  }

  @Test
  void readsTheSecretThatItGave() {
    Totp totp = Totp.random();
    assertThat(totp.secret()).matches("[A-Z2-7]{32}");
    assertThat(Totp.of(totp.secret()).password(1)).isEqualTo(totp.password(1));
    assertThat(RFC.secret()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThatThrownBy(() -> Totp.of("1")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesOneStepOfDrift_andNoMore() {
    long step = Totp.step(NOW);
    for (long near = step - 1; near <= step + 1; near++) {
      assertThat(RFC.match(RFC.password(near), NOW, 0)).hasValue(near);
    }
    assertThat(RFC.match(RFC.password(step - 2), NOW, 0)).isEmpty();
    assertThat(RFC.match(RFC.password(step + 2), NOW, 0)).isEmpty();
    assertThat(RFC.match("", NOW, 0)).isEmpty();
    assertThat(RFC.match("nonsense", NOW, 0)).isEmpty();
  }

  @Test
  void takesAPasswordOnce() {
    long step = Totp.step(NOW);
    assertThat(RFC.match(RFC.password(step), NOW, step)).isEmpty();
    assertThat(RFC.match(RFC.password(step - 1), NOW, step)).isEmpty();
    assertThat(RFC.match(RFC.password(step + 1), NOW, step)).hasValue(step + 1);
  }

  @Test
  void namesIssuerAndAccountToTheAuthenticator() {
    assertThat(RFC.address("Assay", "mei lin"))
        .isEqualTo(
            "otpauth://totp/Assay:mei%20lin?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Assay");
    assertThat(RFC.toString()).isEqualTo("Totp");
  }

  @Test
  void drawsAQrCode() {
    QrPath qr = QrPath.of(RFC.address("Assay", "mei"));
    assertThat(qr.size()).isGreaterThan(30);
    assertThat(qr.path()).startsWith("M4 4h1v1h-1z").doesNotContain("\"");
  }
}
