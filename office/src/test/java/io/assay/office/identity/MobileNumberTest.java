package io.assay.office.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.identity.Reading.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13800000000",
        "+86 138 0000 0000",
        "0086-138-0000-0000",
        "１３８００００００００",
        "138​00000000"
      })
  void readsWhatPeopleType(String typed) {
    assertThat(MobileNumber.parse(typed))
        .isEqualTo(new Reading.Valid<>(new MobileNumber("13800000000")));
  }

  @ParameterizedTest
  @CsvSource({
    "1380000000, LENGTH",
    "138000000000, LENGTH",
    "'', LENGTH",
    "12800000000, PREFIX",
    "23800000000, PREFIX",
    "1380000000a, CHARACTER",
    "+1 415 555 0100, CHARACTER"
  })
  void names_whatIsWrong(String number, Flaw flaw) {
    assertThat(MobileNumber.parse(number)).isEqualTo(new Reading.Invalid<>(flaw));
  }

  @Test
  void warnsOfResoldPrefixes_withoutRefusing() {
    assertThat(new MobileNumber("17000000000").resold()).isTrue();
    assertThat(new MobileNumber("14900000000").resold()).isFalse();
  }

  @Test
  void showsItselfMasked() {
    assertThat(new MobileNumber("13812345678")).hasToString("138****5678");
  }
}
