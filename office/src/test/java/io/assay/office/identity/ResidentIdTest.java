package io.assay.office.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.identity.Reading.Flaw;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples are the standard's own or synthetic; none is known to belong to a person. */
class ResidentIdTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002X",
        "440524188001010014",
        "310104200802290012",
        "999999190001010007",
        "810000199001010019",
        "820000198512310029",
        "653200199912319993"
      })
  void accepts(String number) {
    assertThat(ResidentId.parse(number, TODAY))
        .isEqualTo(new Reading.Valid<>(new ResidentId(number)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002x ",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "110105-19491231-002x",
        "110105491231002"
      })
  void readsWhatPeopleType(String typed) {
    assertThat(ResidentId.parse(typed, TODAY))
        .isEqualTo(new Reading.Valid<>(new ResidentId("11010519491231002X")));
  }

  @ParameterizedTest
  @CsvSource({
    "110105194912310021, CHECK",
    "31010420090229001X, DATE",
    "110105209912310010, FUTURE",
    "000000199001010018, DIVISION",
    "11010519491231002, LENGTH",
    "110105194912310022X, LENGTH",
    "1101051949123100AX, CHARACTER",
    "'', LENGTH"
  })
  void names_whatIsWrong(String number, Flaw flaw) {
    assertThat(ResidentId.parse(number, TODAY)).isEqualTo(new Reading.Invalid<>(flaw));
  }

  @Test
  void comesOfAge_onTheBirthday() {
    ResidentId id = new ResidentId("999999201211220011");
    assertThat(id.age(TODAY)).isEqualTo(13);
    assertThat(id.age(TODAY.plusDays(1))).isEqualTo(14);
  }

  @Test
  void showsItselfMasked() {
    assertThat(new ResidentId("11010519491231002X")).hasToString("110***********002X");
  }

  @Test
  void catchesEverySubstitutionInTheSerialNumber() {
    String number = "11010519491231002X";
    for (int i = 14; i < 17; i++) {
      for (char other = '0'; other <= '9'; other++) {
        if (other != number.charAt(i)) {
          String altered = number.substring(0, i) + other + number.substring(i + 1);
          assertThat(ResidentId.parse(altered, TODAY)).isEqualTo(new Reading.Invalid<>(Flaw.CHECK));
        }
      }
    }
  }
}
