package io.assay.office.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.gateway.publication.Entry;
import io.assay.gateway.publication.Ruling;
import io.assay.office.TestOffice;
import io.assay.office.TestOffice.Browser;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.staff.Role;
import io.assay.office.subject.SubjectService;
import io.assay.office.subject.SubjectState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PublicationIT {
  private static TestOffice office;
  private static Works works;
  private static Browser handler;
  private static Browser anybody;

  @BeforeAll
  static void start() {
    office = TestOffice.start();
    works = Works.in(office);
    handler = office.browserOf("handler", Role.CASE_HANDLER);
    anybody = office.browser();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @Test
  void isPublic_withItsLabelAndItsNumber() {
    Entry entry = works.publish("A harbour at dawn", "The boats come in before the light.");
    var page = anybody.get("/p/" + entry.id());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(Works.STATEMENT, "A harbour at dawn", "The boats come in", "itemprop=\"AIGC\"");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    var file = anybody.get("/p/" + entry.id() + "/file?download=true");
    assertThat(file.body()).contains(Works.STATEMENT);
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
    assertThat(office.bean(Publications.class).fetches(entry.id())).isEqualTo(2);
    assertThat(office.actTypes()).contains("publication.entered", "publication.published");
  }

  @Test
  void containment_takesEffectWithTheNextRequest_andCanBeLifted() {
    String id = works.publish("A tale", "Once there was a lantern.").id();
    assertThat(step(id, "contain", "somebody complained").statusCode()).isEqualTo(302);
    assertThat(anybody.get("/p/" + id).statusCode()).isEqualTo(410);
    assertThat(anybody.get("/p/" + id).body()).doesNotContain("lantern");
    assertThat(anybody.get("/p/" + id + "/file").statusCode()).isEqualTo(410);
    assertThat(step(id, "release", "unfounded").statusCode()).isEqualTo(302);
    assertThat(anybody.get("/p/" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void aCorrectionStandsAboveTheContent() {
    String id = works.publish("A count", "There are nine bridges.").id();
    step(id, "correct", "There are ten bridges.");
    assertThat(anybody.get("/p/" + id).body()).contains("There are ten bridges.", "nine bridges");
  }

  @Test
  void recallIsForGood() {
    String id = works.publish("A mistake", "Words taken back.").id();
    step(id, "recall", "the author asked");
    assertThat(anybody.get("/p/" + id).statusCode()).isEqualTo(410);
    assertThat(step(id, "release", "again").statusCode()).isEqualTo(422);
    assertThat(step(id, "recall", " ").statusCode()).isEqualTo(422);
  }

  @Test
  void aDisposalCaseContainsIt_byItsExchangeOrItsNumber() {
    Publication one = found(works.publish("One", "Words of one case.").id());
    Publication two = found(works.publish("Two", "Words of the same case.").id());
    PublicationOutlet outlet = office.bean(PublicationOutlet.class);
    assertThat(
            outlet.contain(
                List.of(one.exchange()), List.of(two.produceId(), "none"), "dsp_1", "system"))
        .isEqualTo(2);
    assertThat(anybody.get("/p/" + one.id()).statusCode()).isEqualTo(410);
    assertThat(anybody.get("/p/" + two.id()).statusCode()).isEqualTo(410);
    assertThat(outlet.contain(List.of(one.exchange()), List.of(), "dsp_2", "system")).isZero();
  }

  private static Publication found(String id) {
    return office.bean(Publications.class).find(id).orElseThrow();
  }

  @Test
  void anAuthorRecallsOnlyTheirOwn() {
    String id = works.publish("Mine", "My own words.").id();
    RegisterDesk desk = office.bean(RegisterDesk.class);
    assertThat(desk.recall(id, Works.in(office).author())).isEmpty();
    assertThat(desk.recall(id, works.author()).orElseThrow().state()).isEqualTo("recalled");
  }

  @Test
  void whatWasChangedBehindTheRegistersBack_doesNotLeave() {
    String id = works.publish("A ledger", "The sum is seven.").id();
    office
        .bean(JdbcClient.class)
        .sql("update publication.publication set text = 'The sum is eight.' where id = ?")
        .param(id)
        .update();
    assertThat(anybody.get("/p/" + id).statusCode()).isEqualTo(503);
  }

  @Test
  void nothingIsEntered_forASubjectThatIsNotVerifiedAtThatMoment() {
    Works others = Works.in(office);
    office
        .bean(SubjectService.class)
        .move(others.author().subject(), SubjectState.RE_VERIFY, "recycled number", "system");
    var work = Works.labelled(others.draft("t", "words"));
    assertThatThrownBy(() -> office.bean(RegisterDesk.class).enter(work, new Ruling.Go()))
        .isInstanceOf(ActionRefusedException.class);
  }

  @Test
  void aHeldWorkIsPublicOnlyAfterAPersonReleasedIt() {
    var draft = works.draft("Held", "Words that wait.");
    String id =
        office
            .bean(RegisterDesk.class)
            .enter(Works.labelled(draft), new Ruling.Hold("news_form", "looks like news"))
            .id();
    assertThat(anybody.get("/p/" + id).statusCode()).isEqualTo(404);
    assertThat(step(id, "release", "no news").statusCode()).isEqualTo(422);
    office.bean(Publications.class).admit(id, "no news", "staff:one");
    assertThat(anybody.get("/p/" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void programsReadTheRegister_pageByPage() {
    for (int i = 0; i < 3; i++) {
      works.publish("Page " + i, "Words of page " + i);
    }
    String token = handler.token();
    String first = handler.call("GET", "/api/v1/publications?limit=2", token, "").body();
    String next = first.replaceAll("(?s).*\"next\":\"([^\"]+)\".*", "$1");
    assertThat(first).contains("\"url\":", "/p/p").doesNotContain("\"next\":\"\"");
    assertThat(handler.call("GET", "/api/v1/publications?limit=2&after=" + next, token, "").body())
        .contains("\"publications\":[{");
    assertThat(handler.call("GET", "/api/v1/publications/none", token, "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void onlyWhoMay_changesAPublication() {
    String id = works.publish("Rights", "Words about rights.").id();
    Browser inspector = office.browserOf("inspector", Role.INSPECTOR);
    assertThat(inspector.get("/publications/" + id).statusCode()).isEqualTo(200);
    assertThat(
            inspector
                .submit("/publications", "/publications/" + id + "/contain", Map.of("reason", "x"))
                .statusCode())
        .isEqualTo(403);
    assertThat(anybody.get("/publications").statusCode()).isEqualTo(302);
  }

  private static java.net.http.HttpResponse<String> step(String id, String step, String reason) {
    return handler.submit(
        "/publications/" + id, "/publications/" + id + "/" + step, Map.of("reason", reason));
  }
}
