package io.assay.office.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LockOutIT {
  private static final TestClock CLOCK = new TestClock("2026-11-21T10:00:00Z");
  private static TestOffice office;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), CLOCK);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void locksAfterFiveFailures_andOpensAfterAWhile() {
    office.browserOf("locked", Role.REVIEWER);
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("locked", "wrong")).endsWith("/sign-in?error");
    }
    assertThat(signIn("locked", TestOffice.PASSWORD)).endsWith("/sign-in?error");
    assertThat(office.actTypes()).contains("staff.locked");
    CLOCK.advance(Duration.ofMinutes(15));
    assertThat(signIn("locked", TestOffice.PASSWORD)).isEqualTo("/");
  }

  @Test
  void locksWhoeverGuessesThePasswordInsideASession() {
    Browser session = office.browserOf("left.alone", Role.REVIEWER);
    String next = "another one of my own";
    for (int i = 0; i < 5; i++) {
      assertThat(session.changePassword("wrong", next).statusCode()).isEqualTo(422);
    }
    assertThat(session.changePassword(TestOffice.PASSWORD, next).statusCode()).isEqualTo(422);
    CLOCK.advance(Duration.ofMinutes(15));
    assertThat(SignInIT.location(session.changePassword(TestOffice.PASSWORD, next))).isEqualTo("/");
  }

  @Test
  void forgetsFailures_afterASuccess() {
    office.browserOf("forgiven", Role.REVIEWER);
    for (int i = 0; i < 3; i++) {
      signIn("forgiven", "wrong");
    }
    assertThat(signIn("forgiven", TestOffice.PASSWORD)).isEqualTo("/");
    long failures = failures();
    for (int i = 0; i < 4; i++) {
      signIn("forgiven", "wrong");
    }
    assertThat(failures()).isEqualTo(failures + 4);
    assertThat(signIn("forgiven", TestOffice.PASSWORD)).isEqualTo("/");
  }

  @Test
  void countsFailuresThatComeAtOnce() throws Exception {
    office.browserOf("rushed", Role.REVIEWER);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var attempt :
          threads.invokeAll(
              IntStream.range(0, 6)
                  .<Callable<String>>mapToObj(i -> () -> signIn("rushed", "wrong"))
                  .toList())) {
        assertThat(attempt.get()).endsWith("/sign-in?error");
      }
    }
    assertThat(signIn("rushed", TestOffice.PASSWORD)).endsWith("/sign-in?error");
  }

  @Test
  void answersAlike_forUnknownNamesAndWrongPasswords() {
    office.browserOf("known", Role.REVIEWER);
    Browser browser = office.browser();
    var wrong = browser.signIn("known", "wrong");
    var unknown = browser.signIn("unknown", "wrong");
    var endless = browser.signIn("known", "x".repeat(100_000));
    for (var answer : List.of(unknown, endless)) {
      assertThat(answer.statusCode()).isEqualTo(wrong.statusCode());
      assertThat(SignInIT.location(answer)).isEqualTo(SignInIT.location(wrong));
    }
  }

  @Test
  void refusesPasswordsThatAreShortOrOld() {
    var created =
        (StaffService.Outcome.Created)
            office.bean(StaffService.class).create("chooser", Set.of(), "system");
    Browser browser = office.browser();
    browser.signIn("chooser", created.oneTimePassword());
    for (String next : List.of("short", created.oneTimePassword(), "x".repeat(201))) {
      assertThat(browser.changePassword(created.oneTimePassword(), next).statusCode())
          .isEqualTo(422);
    }
    assertThat(browser.changePassword("wrong", TestOffice.PASSWORD).statusCode()).isEqualTo(422);
    assertThat(SignInIT.location(browser.get("/account/tokens"))).endsWith("/account/password");
  }

  private static long failures() {
    return office.actTypes().stream().filter("staff.sign_in_failed"::equals).count();
  }

  private static String signIn(String name, String password) {
    return SignInIT.location(office.browser().signIn(name, password));
  }
}
