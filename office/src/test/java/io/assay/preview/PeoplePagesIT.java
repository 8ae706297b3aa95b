package io.assay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.IdentityPolicy;
import io.assay.office.OfficeConfig;
import io.assay.office.OidcConfig;
import io.assay.office.TestOffice;
import io.assay.office.VerifierConfig;
import io.assay.office.approval.Approvals;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.document.DocumentKind;
import io.assay.office.document.Documents;
import io.assay.office.document.PublicDocument;
import io.assay.office.document.Wording;
import io.assay.office.identity.IdentityService;
import io.assay.office.key.KeyService;
import io.assay.office.management.Charter;
import io.assay.office.management.ManagementSystem;
import io.assay.office.management.ManagementSystems;
import io.assay.office.staff.Member;
import io.assay.office.staff.Role;
import io.assay.office.staff.SignedIn;
import io.assay.office.staff.StaffService;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.tenant.TenantService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** Looks at the pages of people and papers in the real office, over a little data. */
class PeoplePagesIT {
  private static final String OWN = "a password of my own";
  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  private static SignedIn author;
  private static SignedIn second;
  private static TestOffice office;
  private static Browser browser;

  @BeforeAll
  static void start() {
    Clock clock = Clock.fixed(Samples.NOW.toInstant(), ZoneOffset.UTC);
    office = TestOffice.start(config(), clock);
    String port = office.bean(Environment.class).getRequiredProperty("local.server.port");
    browser = new Browser("http://localhost:" + port);
    author = officer("zhao.min", Role.COMPLIANCE_OFFICER, Role.SYSTEM_ADMIN);
    second = officer("li.hua", Role.COMPLIANCE_OFFICER);
    people();
    papers();
    systems();
  }

  @AfterAll
  static void stop() {
    browser.close();
    office.close();
  }

  private static OfficeConfig config() {
    OidcConfig network =
        new OidcConfig("http://localhost:1", "office", "s", null, null, "network.example", null);
    OfficeConfig.StaffPolicy staff =
        new OfficeConfig.StaffPolicy(null, null, null, null, null, null, network);
    IdentityPolicy identity =
        new IdentityPolicy(
            null, null, null, null, null, null, null, null, null, null, null, network);
    VerifierConfig register =
        new VerifierConfig("http://localhost:1", null, null, null, null, null, null, null);
    return new OfficeConfig(null, null, null, staff, identity, null, register, register, null);
  }

  private static SignedIn officer(String name, Role... roles) {
    StaffService staff = office.bean(StaffService.class);
    staff.create(name, Set.of(roles), "system");
    return member(staff, name).signedIn();
  }

  private static void people() {
    StaffService staff = office.bean(StaffService.class);
    List.of("chen.yu", "wang.fang").forEach(it -> staff.create(it, Set.of(), "system"));
    Member chen = member(staff, "chen.yu");
    staff.setRoles(chen.id(), Set.of(Role.REVIEWER, Role.CASE_HANDLER), "system");
    staff.setDisabled(member(staff, "wang.fang").id(), true, author);
    Map<String, String> facts =
        Map.of("member", "chen.yu", "before", "REVIEWER", "roles", "SENIOR_REVIEWER");
    office
        .bean(Approvals.class)
        .propose(
            new Wanted("staff.roles", chen.id(), facts, "Two years of review without an overturn"),
            author);
    String tenant = office.bean(TenantService.class).create("example", "system").orElseThrow().id();
    SubjectService subjects = office.bean(SubjectService.class);
    Subject fresh = subjects.register(tenant, "user-4711", "system").orElseThrow();
    Subject known = subjects.register(tenant, "user-4712", "system").orElseThrow();
    office.bean(IdentityService.class).admitToTrial(known);
    office.bean(KeyService.class).issue(known.id(), "my phone", "system");
    Subject doubtful = subjects.register(tenant, "user-4713", "system").orElseThrow();
    office.bean(IdentityService.class).admitToTrial(doubtful);
    subjects.reverify(doubtful.id(), "unusual use from many places", author.actor());
    PAGES.put("staff", "/staff");
    PAGES.put("staff-new", "/staff/new");
    PAGES.put("staff-member", "/staff/" + chen.id());
    PAGES.put("staff-matrix", "/staff/matrix");
    PAGES.put("second-factor", "/account/second-factor");
    PAGES.put("subject", "/subjects/" + known.id());
    PAGES.put("subject-identity", "/subjects/" + known.id() + "/identity");
    PAGES.put("verify-identity", fresh.verificationPath());
    PAGES.put("my", known.ownPath());
    PAGES.put("my-again", doubtful.ownPath());
    PAGES.put("my-documents", known.ownPath() + "/documents");
  }

  private static void papers() {
    PublicDocument agreement = published(DocumentKind.SERVICE_AGREEMENT);
    published(DocumentKind.LABEL_NOTICE);
    PublicDocument draft =
        office
            .bean(Documents.class)
            .draft(DocumentKind.PRIVACY_POLICY, agreement.wording(), true, author.actor());
    PAGES.put("documents", "/documents");
    PAGES.put("document", agreement.path());
    PAGES.put("papers", "/papers");
    PAGES.put("paper", "/papers/" + agreement.id());
    PAGES.put("paper-draft", "/papers/" + draft.id());
    PAGES.put("paper-edit", "/papers/new?kind=PLATFORM_COVENANT");
    PAGES.put("approvals", "/approvals");
  }

  private static PublicDocument published(DocumentKind kind) {
    Documents documents = office.bean(Documents.class);
    Wording wording =
        new Wording(
            "\u670d\u52a1\u534f\u8bae",
            "Service agreement",
            "## \u4e00\u3001\u670d\u52a1\n\n\u672c\u534f\u8bae\u7531\u60a8\u4e0e\u63d0\u4f9b\u8005\u8ba2\u7acb\u3002\n\n| \u5185\u5bb9 | \u6807\u8bc6 |\n|---|---|\n| \u6587\u672c | \u6587\u5b57\u63d0\u793a |",
            "## 1. Service\n\nThis agreement is between you and the provider. You answer for what"
                + " you publish.\n\n| content | label |\n|---|---|\n| text | words |\n\n1. Be fair.\n"
                + "2. Keep the labels.");
    PublicDocument draft = documents.draft(kind, wording, true, author.actor());
    Approvals approvals = office.bean(Approvals.class);
    Map<String, String> facts = Map.of("document", draft.name(), "sha256", draft.sha256());
    String proposal =
        approvals
            .propose(new Wanted("document.approval", draft.id(), facts, "First edition"), author)
            .id();
    approvals.approve(proposal, second);
    return documents.publish(draft.id(), author.actor());
  }

  private static void systems() {
    ManagementSystems systems = office.bean(ManagementSystems.class);
    LocalDate day = LocalDate.of(2026, 11, 21);
    Charter charter =
        new Charter(
            "How we keep data",
            "Everything is encrypted.",
            "Li Hua",
            day,
            day.plusMonths(12),
            List.of("C10-7", "CX-1"));
    var draft = systems.draft(ManagementSystem.DATA_SECURITY, charter, author.actor());
    Approvals approvals = office.bean(Approvals.class);
    Map<String, String> facts = Map.of("document", "data-security/1", "sha256", draft.sha256());
    approvals.approve(
        approvals
            .propose(new Wanted("management.approval", draft.id(), facts, "First"), author)
            .id(),
        second);
    systems.drilled(
        ManagementSystem.DATA_SECURITY, day, "Restoring took two hours", author.actor());
    PAGES.put("systems", "/systems");
    PAGES.put("system", "/systems/data-security");
  }

  private static Member member(StaffService staff, String name) {
    return staff.all().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void everyPageIsSound_inEveryLook() {
    Look look = new Look("en", "light", 1280);
    StaffService staff = office.bean(StaffService.class);
    Set<Role> roles =
        Set.of(
            Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.COMPLIANCE_OFFICER, Role.PRIVACY_OFFICER);
    if (!(staff.create("mei.lin", roles, "system") instanceof StaffService.Outcome.Created made)) {
      throw new IllegalStateException("no member");
    }
    Gallery gallery = new Gallery(browser);
    gallery.view("people-sign-in", "/sign-in");
    browser.open("/sign-in", look);
    browser.type("username", "mei.lin");
    browser.type("password", made.oneTimePassword());
    browser.press("main form button");
    browser.type("current", made.oneTimePassword());
    browser.type("next", OWN);
    browser.type("repeated", OWN);
    browser.press("main form button");
    PAGES.forEach((name, path) -> gallery.view("people-" + name, path));
    assertThat(gallery.faults()).isEmpty();
  }
}
