package io.assay.office.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.identity.Reading.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples are the standard's own, published company codes, or synthetic. */
class UnifiedSocialCreditCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y43",
        "9144030071526726XG",
        "914403001922038216",
        "91110000802100433B",
        "91330100716105852F",
        "91440300708461136T",
        "91110108MA00000070",
        "91310115MA00000A92",
        "51440000123456788A"
      })
  void accepts(String code) {
    assertThat(UnifiedSocialCreditCode.parse(code))
        .isEqualTo(new Reading.Valid<>(new UnifiedSocialCreditCode(code)));
  }

  @ParameterizedTest
  @CsvSource({
    "12100000400012321R, CHECK",
    "91350100M000100Y44, CHECK",
    "91350100M000101Y4Q, ORGANISATION_CHECK",
    "91350100I000100Y43, CHARACTER",
    "91350100O000100Y43, CHARACTER",
    "91350100S000100Y43, CHARACTER",
    "91350100V000100Y43, CHARACTER",
    "91350100Z000100Y43, CHARACTER",
    "9135O100M000100Y43, CHARACTER",
    "91350100M000100Y4, LENGTH",
    "'', LENGTH"
  })
  void names_whatIsWrong(String code, Flaw flaw) {
    assertThat(UnifiedSocialCreditCode.parse(code)).isEqualTo(new Reading.Invalid<>(flaw));
  }

  @Test
  void catchesEverySubstitution() {
    String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    String code = "91350100M000100Y43";
    for (int i = 0; i < code.length(); i++) {
      for (int j = 0; j < alphabet.length(); j++) {
        char other = alphabet.charAt(j);
        if (other != code.charAt(i)) {
          String altered = code.substring(0, i) + other + code.substring(i + 1);
          assertThat(UnifiedSocialCreditCode.parse(altered)).isInstanceOf(Reading.Invalid.class);
        }
      }
    }
  }

  @Test
  void readsWhatPeopleType_andShowsItselfMasked() {
    assertThat(UnifiedSocialCreditCode.parse(" 91350100-m000100y-43 "))
        .isEqualTo(new Reading.Valid<>(new UnifiedSocialCreditCode("91350100M000100Y43")));
    assertThat(new UnifiedSocialCreditCode("91350100M000100Y43")).hasToString("9135**********0Y43");
  }
}
