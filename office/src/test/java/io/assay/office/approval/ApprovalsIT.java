package io.assay.office.approval;

import static io.assay.office.staff.Role.COMPLIANCE_OFFICER;
import static io.assay.office.staff.Role.REVIEWER;
import static io.assay.office.staff.Role.SECURITY_ADMIN;
import static io.assay.office.staff.Role.SYSTEM_ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.office.OfficeConfig;
import io.assay.office.TestClock;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.approval.Approvals.Wanted;
import io.assay.office.approval.Proposal.State;
import io.assay.office.journal.Journal;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApprovalsIT {
  private static final SignedIn PROPOSER =
      new SignedIn("stf_one", "one", Set.of(SYSTEM_ADMIN, SECURITY_ADMIN), 1);
  private static final SignedIn SECOND = new SignedIn("stf_two", "two", Set.of(SECURITY_ADMIN), 1);

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern MORE = Pattern.compile("href=\"(/approvals\\?after=[^\"]+)\"");
  private static final Pattern NAMED = Pattern.compile("reason of (apr_many_\\d{3})<");

  private static final TestClock clock = new TestClock("2026-11-21T04:00:00Z");
  private static TestOffice office;
  private final List<String> carriedOut = new ArrayList<>();
  private boolean refusing;
  private Approvals approvals;

  @BeforeAll
  static void start() {
    office = TestOffice.start(OfficeConfig.defaults(), clock);
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @BeforeEach
  void open() {
    approvals =
        new Approvals(
            office.bean(ProposalStore.class),
            List.of(new Painting()),
            () -> Duration.ofDays(7),
            office.bean(Journal.class),
            clock);
  }

  private final class Painting implements TwoPersonAction {
    @Override
    public String kind() {
      return "test.painting";
    }

    @Override
    public Right proposes() {
      return Right.STAFF_WRITE;
    }

    @Override
    public Right approves() {
      return Right.STAFF_APPROVE;
    }

    @Override
    public void carryOut(Proposal proposal, String approver) {
      if (refusing) {
        throw new ActionRefusedException("approval.closed");
      }
      carriedOut.add(proposal.about() + " " + proposal.fact("colour") + " by " + approver);
    }
  }

  @Test
  void theSecondPersonCarriesItOut_once() {
    Proposal proposal = propose("wall");
    approve(proposal, SECOND);
    assertThat(carriedOut).containsExactly("wall green by staff:stf_two");
    assertThat(approvals.find(proposal.id()).orElseThrow().state()).isEqualTo(State.APPROVED);
    assertRefused("approval.closed", () -> approve(proposal, SECOND));
    assertThat(office.actTypes()).contains("approval.proposed", "approval.approved");
  }

  @Test
  void neverTheProposer_evenWithTheRight() {
    Proposal proposal = propose("door");
    assertRefused("approval.same-person", () -> approve(proposal, PROPOSER));
    assertRefused(
        "approval.no-right",
        () -> approve(proposal, new SignedIn("stf_3", "three", Set.of(SYSTEM_ADMIN), 1)));
    assertThat(carriedOut).isEmpty();
  }

  @Test
  void whatTheActionRefuses_staysOpen() {
    Proposal proposal = propose("roof");
    refusing = true;
    assertRefused("approval.closed", () -> approve(proposal, SECOND));
    assertThat(approvals.find(proposal.id()).orElseThrow().state()).isEqualTo(State.OPEN);
  }

  @Test
  void theSameDoesNotWaitTwice_untilItIsWithdrawn() {
    Proposal first = propose("gate");
    assertRefused("approval.waiting", () -> propose("gate"));
    assertRefused("approval.not-yours", () -> approvals.withdraw(first.id(), SECOND));
    approvals.withdraw(first.id(), PROPOSER);
    propose("gate");
  }

  @Test
  void itExpires_whenNobodyDecides() {
    Proposal proposal = propose("fence");
    clock.advance(Duration.ofDays(7));
    assertRefused("approval.closed", () -> approve(proposal, SECOND));
    approvals.expire();
    assertThat(approvals.find(proposal.id()).orElseThrow().state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void rejectingTakesAReason() {
    Proposal proposal = propose("step");
    assertRefused("approval.reason", () -> approvals.reject(proposal.id(), " ", SECOND));
    approvals.reject(proposal.id(), "not this week", SECOND);
    assertThat(approvals.find(proposal.id()).orElseThrow().note()).isEqualTo("not this week");
  }

  @Test
  void listsGoOnWithTheirCursor_toTheOldestDecision() {
    Browser officer = office.browserOf("mei.lin", COMPLIANCE_OFFICER);
    ProposalStore store = office.bean(ProposalStore.class);
    List<String> wanted = IntStream.range(0, 120).mapToObj("apr_many_%03d"::formatted).toList();
    for (String id : wanted) {
      store.add(number(id, State.OPEN));
    }
    assertThat(walk(officer, "/api/v1/approvals")).containsAll(wanted).doesNotHaveDuplicates();
    for (String id : wanted) {
      store.decide(id, State.REJECTED, "staff:stf_two", clock.instant(), "no");
    }
    assertThat(walk(officer, "/api/v1/approvals/decided"))
        .containsAll(wanted)
        .doesNotHaveDuplicates();
    List<String> seen = new ArrayList<>();
    String page = officer.get("/approvals", "Accept-Language", "en").body();
    for (Matcher more = MORE.matcher(page); more.find(); more = MORE.matcher(page)) {
      seen.addAll(found(NAMED, page));
      page = officer.get(more.group(1).replace("&amp;", "&"), "Accept-Language", "en").body();
    }
    seen.addAll(found(NAMED, page));
    assertThat(seen).containsAll(wanted).doesNotHaveDuplicates();
  }

  @Test
  void programsReadTheSentenceOfThePage_andOnlyWhatConcernsThem() {
    Browser officer = office.browserOf("li.hua", COMPLIANCE_OFFICER);
    Proposal proposal = number("apr_words", State.OPEN);
    office.bean(ProposalStore.class).add(proposal);
    String path = "/api/v1/approvals/apr_words";
    assertThat(officer.call("GET", path, officer.token(), "", "Accept-Language", "en").body())
        .contains("60 minutes instead of 30", "\"proposer\":\"the system\"");
    String reviewer = office.browserOf("reviewer", REVIEWER).token();
    assertThat(officer.call("GET", path, reviewer, "").statusCode()).isEqualTo(404);
    assertThat(officer.call("POST", path + "/approve", reviewer, "{}").statusCode()).isEqualTo(409);
    assertThat(officer.call("POST", path + "/withdraw", officer.token(), "{}").body())
        .contains("approval.not-yours");
  }

  @Test
  void everyActionOfTwoSaysInWordsWhatWillHappen() {
    MessageSource words = office.bean(MessageSource.class);
    assertThat(office.beans(TwoPersonAction.class)).isNotEmpty();
    for (TwoPersonAction action : office.beans(TwoPersonAction.class)) {
      assertThat(words.getMessage("approval.will." + action.kind(), null, "", Locale.ENGLISH))
          .as(action.kind())
          .isNotBlank();
    }
  }

  /** The identifiers on every page of a list of the interface. */
  private static List<String> walk(Browser browser, String list) {
    String token = browser.token();
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      String query = "?limit=50&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
      JsonNode page = JSON.readTree(browser.call("GET", list + query, token, "").body());
      page.path("approvals").forEach(it -> seen.add(it.path("proposal").path("id").asString()));
      next = page.path("next").asString();
    } while (!next.isEmpty());
    return seen;
  }

  private static List<String> found(Pattern pattern, String page) {
    return pattern.matcher(page).results().map(it -> it.group(1)).toList();
  }

  private static Proposal number(String id, State state) {
    return new Proposal(
        id,
        "policy.number",
        id,
        Map.of("value", "60", "former", "30", "unit", "MINUTES"),
        "reason of " + id,
        "system",
        clock.instant(),
        clock.instant().plus(Duration.ofDays(7)),
        state,
        null,
        null,
        "");
  }

  private Proposal propose(String about) {
    return approvals.propose(
        new Wanted("test.painting", about, Map.of("colour", "green"), "it fades"), PROPOSER);
  }

  private void approve(Proposal proposal, SignedIn member) {
    office
        .bean(TransactionTemplate.class)
        .executeWithoutResult(status -> approvals.approve(proposal.id(), member));
  }

  private static void assertRefused(String code, ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            ActionRefusedException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
