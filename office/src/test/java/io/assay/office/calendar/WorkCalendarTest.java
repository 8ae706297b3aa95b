package io.assay.office.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.office.approval.ActionRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
  private static final PublicKey RELEASE = SignedYear.key(text("release.pem"));
  private static final List<Year> SHIPPED = List.of(shipped(2025), shipped(2026));
  private static final WorkCalendar CALENDAR = WorkCalendar.of(SHIPPED);

  @ParameterizedTest
  @CsvSource({
    "2026-09-21, 10, 2026-10-12, 2026-10-05",
    "2026-02-09, 10, 2026-02-28, 2026-02-23",
    "2026-02-13,  1, 2026-02-14, 2026-02-16",
    "2026-04-30, 10, 2026-05-18, 2026-05-14",
    "2026-09-30, 20, 2026-11-03, 2026-10-28",
    "2026-10-09, 10, 2026-10-22, 2026-10-23",
    "2025-09-26, 10, 2025-10-16, 2025-10-10",
    "2025-12-31,  1, 2026-01-04, 2026-01-01",
    "2026-01-30, 20, 2026-03-05, 2026-02-27",
    "2026-06-18,  1, 2026-06-22, 2026-06-19",
    "2026-09-18, 15, 2026-10-15, 2026-10-09",
    "2026-02-06, 30, 2026-03-26, 2026-03-20",
    "2026-09-18,  5, 2026-09-24, 2026-09-25"
  })
  void countsAsTheNoticesSay_andNotMondayToFriday(
      LocalDate start, int days, LocalDate due, LocalDate naive) {
    assertThat(CALENDAR.after(start, days)).isEqualTo(new Due(due, false, "2025.1+2026.1"));
    assertThat(WorkCalendar.of(List.of()).after(start, days)).isEqualTo(new Due(naive, true, ""));
  }

  @Test
  void theShippedYears_holdTheDaysOfTheNotices() {
    assertThat(CALENDAR.kind(LocalDate.of(2026, 9, 20))).isEqualTo(DayKind.MAKE_UP);
    assertThat(SHIPPED.getFirst().off()).hasSize(1 + 8 + 3 + 5 + 3 + 8);
    assertThat(SHIPPED.getFirst().work()).hasSize(5);
    assertThat(SHIPPED.getLast().off()).hasSize(3 + 9 + 3 + 5 + 3 + 3 + 7);
    assertThat(SHIPPED.getLast().work()).hasSize(6);
  }

  @Test
  void everyShippedYearHas248WorkingDays() {
    for (int year : List.of(2025, 2026)) {
      assertThat(CALENDAR.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
          .isEqualTo(248);
    }
  }

  @Test
  void isProvisional_intoAnUnpublishedYear_untilItsFileArrives() {
    LocalDate start = LocalDate.of(2026, 12, 28);
    assertThat(CALENDAR.after(start, 3).provisional()).isFalse();
    Due early = CALENDAR.after(start, 5);
    assertThat(early.provisional()).isTrue();
    assertThat(early.day()).isEqualTo(LocalDate.of(2027, 1, 4));
    Year next =
        new Year(
            2027,
            "2027.1",
            "test",
            Set.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 4)),
            Set.of(LocalDate.of(2027, 1, 2)));
    Due settled =
        WorkCalendar.of(List.of(SHIPPED.getFirst(), SHIPPED.getLast(), next)).after(start, 5);
    assertThat(settled.provisional()).isFalse();
    assertThat(settled.day()).isEqualTo(LocalDate.of(2027, 1, 5));
  }

  @Test
  void believesNoFile_whoseSignatureDoesNotHold() {
    String changed = text("cn-2026.json").replace("2026-10-10", "2026-10-11");
    SignedYear tampered = new SignedYear(changed, text("cn-2026.json.sig"));
    assertRefused("calendar.signature", tampered, List.of(RELEASE));
    SignedYear sound = new SignedYear(text("cn-2026.json"), text("cn-2026.json.sig"));
    assertRefused("calendar.signature", sound, List.of());
    assertRefused(
        "calendar.signature", new SignedYear(sound.file(), "not base64 at all"), List.of(RELEASE));
  }

  @Property
  void theDueDayIsWorked_andHoldsExactlySoManyWorkingDays(
      @ForAll @IntRange(max = 600) int offset, @ForAll @IntRange(min = 1, max = 120) int days) {
    LocalDate start = LocalDate.of(2025, 1, 1).plusDays(offset);
    LocalDate due = CALENDAR.after(start, days).day();
    assertThat(CALENDAR.working(due)).isTrue();
    assertThat(CALENDAR.between(start, due)).isEqualTo(days);
    assertThat(CALENDAR.after(start, days + 1).day()).isAfter(due);
    assertThat(CALENDAR.after(start.plusDays(1), days).day()).isAfterOrEqualTo(due);
  }

  private static void assertRefused(String code, SignedYear file, List<PublicKey> trusted) {
    assertThatThrownBy(() -> file.read(trusted))
        .isInstanceOfSatisfying(
            ActionRefusedException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static Year shipped(int year) {
    String name = "cn-" + year + ".json";
    return new SignedYear(text(name), text(name + ".sig")).read(List.of(RELEASE));
  }

  private static String text(String name) {
    try (InputStream stream = Calendars.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
