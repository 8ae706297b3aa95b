package io.assay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.office.TestOffice;
import io.assay.office.posture.Posture;
import io.assay.office.publication.Publications;
import io.assay.office.publication.Works;
import io.assay.office.staff.Role;
import io.assay.office.staff.StaffService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Looks at the pages of publications over a real office. */
class PublicationPagesIT {
  private static TestOffice office;
  private static Browser browser;
  private static Gallery gallery;

  @BeforeAll
  static void start() {
    office = TestOffice.start();
    browser = new Browser(office.address());
    gallery = new Gallery(browser);
    office.browserOf("mei.lin", Role.CASE_HANDLER, Role.COMPLIANCE_OFFICER, Role.REVIEWER);
    assertThat(office.bean(StaffService.class).empty()).isFalse();
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
    gallery.view("publications-empty", "/publications");
    Works works = Works.in(office);
    String tide =
        works
            .publish(
                "潮汐表上的小镇",
                "清晨五点，渔港的灯一盏一盏亮起来。\n\n"
                    + "这是一篇由模型写成的随笔，描写的是一座并不存在的小镇：它有两条街、一座灯塔，"
                    + "以及一张贴在码头墙上的潮汐表。\n\n老人们说，看懂潮汐表的人不会迷路。")
            .id();
    String essay = works.publish("Why lanterns are round", "A short essay on shape and wind.").id();
    String tale = works.publish("A fable of two foxes", "Two foxes share one river.").id();
    works.publish("Notes on a paper kite", "Fold, glue, wait.");
    Publications publications = office.bean(Publications.class);
    publications.contain(essay, "A reader reported it as a copy.", "staff:one");
    publications.correct(tale, "The second fox was a badger.", "staff:one");

    gallery.view("news-empty", "/news");
    NewsSamples.fill(office, works);
    gallery.view("news", "/news");
    gallery.view("news-difference", "/news/" + NewsSamples.diverging(office));
    gallery.view("news-waiting", "/news/" + NewsSamples.waiting(office));
    gallery.view("news-sources", "/news/sources");
    gallery.view("rumors-empty", "/rumors");
    gallery.view("refutations-empty", "/refutations");
    String rumor = RumorSamples.fill(office, works);
    gallery.view("rumors", "/rumors");
    gallery.view("rumor", "/rumors/" + rumor);
    gallery.view("rumor-suspected", "/rumors/" + RumorSamples.suspected(office));
    gallery.view("refutations", "/refutations");
    gallery.view("posture-empty", "/posture?on=2020-01-01");
    office.bean(Posture.class).recompute();
    gallery.view("posture", "/posture");
    gallery.view("posture-failing", "/posture/C09-1");
    gallery.view("posture-sized", "/posture/C10-3");
    gallery.view("publications", "/publications");
    gallery.view("publication", "/publications/" + tide);
    gallery.view("publication-contained", "/publications/" + essay);
    gallery.view("public-page", "/p/" + tide);
    gallery.view("public-corrected", "/p/" + tale);
    gallery.view("public-contained", "/p/" + essay);
    assertThat(gallery.faults()).isEmpty();
  }
}
