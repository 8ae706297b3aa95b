package io.assay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.Verdict;
import io.assay.office.TestOffice;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.identity.IdentityService;
import io.assay.office.management.Charter;
import io.assay.office.management.ManagementSystem;
import io.assay.office.management.ManagementSystems;
import io.assay.office.posture.DeliveredFile;
import io.assay.office.posture.Posture;
import io.assay.office.staff.Role;
import io.assay.office.staff.SignedIn;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.tamper.Sighting;
import io.assay.office.tamper.Signal.State;
import io.assay.office.tamper.Signals;
import io.assay.office.tenant.TenantService;
import io.assay.office.web.Site;
import java.awt.Color;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Looks at the pages on which the duties stand: posture, numbers of policy, approvals. */
class PosturePagesIT {
  private static final SignedIn AUTHOR =
      new SignedIn("stf_author", "li.hua", Set.of(Role.values()), 0);
  private static final SignedIn SECOND =
      new SignedIn("stf_second", "chen.yu", Set.of(Role.values()), 0);
  private static TestOffice office;
  private static Browser browser;

  @BeforeAll
  static void start() {
    office = TestOffice.start();
    browser = new Browser(office.address());
    office.browserOf("mei.lin", Role.values());
    browser.open("/sign-in", new Look("en", "light", 1280));
    browser.type("username", "mei.lin");
    browser.type("password", TestOffice.PASSWORD);
    browser.press("main button");
  }

  @AfterAll
  static void stop() {
    browser.close();
    office.close();
  }

  @Test
  void everyPageIsSound() {
    Gallery gallery = new Gallery(browser);
    gallery.view("posture-approvals-empty", "/approvals");
    gallery.view("policies-empty", "/policies");
    gallery.view("posture-articles-empty", "/posture");
    gallery.view("posture-control-empty", "/posture/C16-1");
    gallery.view("systems-empty", "/systems");
    gallery.view("tampering-empty", "/tampering");
    tampering();
    gallery.view("tampering", "/tampering");
    gallery.view("tampering-signal", signal(Optional.of(State.NEW)));
    gallery.view("tampering-decided", signal(Optional.of(State.DISMISSED)));
    systems();
    proposals();
    office.bean(Posture.class).recompute();
    gallery.view("posture-policies", "/policies");
    gallery.view("posture-approvals", "/approvals");
    gallery.view("posture-articles", "/posture");
    gallery.view("posture-system", "/posture/C07-5?all=true");
    gallery.view("posture-exchanges", "/exchanges?canaries=true");
    assertThat(gallery.faults()).isEmpty();
  }

  private static void tampering() {
    Instant now = Instant.now();
    DeliveredFile.of(office, "01a2016d-c1eb-776a-a96e-dbb4ecc5aaed", Color.RED, now);
    Signals signals = office.bean(Signals.class);
    for (Verdict verdict : List.of(Verdict.ALTERED, Verdict.STRIPPED)) {
      signals.notice(
          new Sighting(
              verdict,
              "01a2016d-c1eb-776a-a96e-dbb4ecc5aaed",
              "01a2016d-c1eb-776a-a96e-dbb4ecc5aaed",
              "9f2c".repeat(16),
              "PNG",
              "visitor"));
    }
    signals.dismiss(
        signal(Optional.of(State.NEW)).substring("/tampering/".length()),
        "A file of our own tests",
        AUTHOR.actor());
  }

  private static String signal(Optional<State> state) {
    return office.bean(Signals.class).latest(state).orElseThrow().path();
  }

  private static void systems() {
    LocalDate day = LocalDate.now(Site.ZONE);
    Charter charter =
        new Charter(
            "How we keep data",
            "Everything is encrypted.",
            "Li Hua",
            day,
            day.plusMonths(12),
            List.of("C10-7", "CX-1"));
    office
        .bean(ManagementSystems.class)
        .draft(ManagementSystem.DATA_SECURITY, charter, AUTHOR.actor());
  }

  private static void proposals() {
    Approvals approvals = office.bean(Approvals.class);
    String tenant = office.bean(TenantService.class).create("example", "system").orElseThrow().id();
    SubjectService subjects = office.bean(SubjectService.class);
    Subject user = subjects.register(tenant, "user-4711", "system").orElseThrow();
    office.bean(IdentityService.class).admitToTrial(user);
    approvals.approve(
        approvals
            .propose(number("task.hold", "30", "20", "MINUTES", "Nobody waits longer"), AUTHOR)
            .id(),
        SECOND);
    approvals.propose(
        number("news.divergence", "150", "100", "THOUSANDTHS", "Reprints drifted"), AUTHOR);
    Map<String, String> acts =
        Map.of(
            "level", "SUSPEND",
            "facts", "Four prompts for forged seals of an authority",
            "ground", "ILLEGAL",
            "clause", "User agreement, 4",
            "days", "30",
            "exchanges", "");
    approvals.propose(
        new Wanted("sanction.suspend", user.id(), acts, "Four prompts for forged seals"), AUTHOR);
    approvals.propose(
        new Wanted(
            "staff.roles",
            "stf_wang",
            Map.of("member", "wang.fang", "before", "REVIEWER", "roles", "REVIEWER CASE_HANDLER"),
            "Cases grow"),
        AUTHOR);
    approvals.propose(
        new Wanted(
            "deadline.commitment",
            "intake.appeal-decide",
            Map.of("value", "3", "unit", "WORKING_DAY", "from", "2027-01-04", "source", "/process"),
            "We decide in two days already"),
        AUTHOR);
  }

  private static Wanted number(
      String name, String former, String value, String unit, String reason) {
    return new Wanted(
        "policy.number", name, Map.of("former", former, "value", value, "unit", unit), reason);
  }
}
