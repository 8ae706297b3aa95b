package io.assay.preview;

import io.assay.gateway.publication.Draft.Form;
import io.assay.gateway.publication.NewsSource;
import io.assay.office.TestOffice;
import io.assay.office.news.Examination;
import io.assay.office.news.NewsDesk;
import io.assay.office.news.Permit;
import io.assay.office.news.Unit;
import io.assay.office.publication.RegisterDesk;
import io.assay.office.publication.Works;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** News of a town that does not exist, of every kind that can be. */
final class NewsSamples {
  private static final String ORIGINAL = "虚构市灯会11月20日在中心公园开幕。灯会展出花灯三百盏，将持续五天。市民可以免费入场，夜间公交延长至二十三时。";

  private NewsSamples() {}

  static void fill(TestOffice office, Works works) {
    NewsDesk desk = office.bean(NewsDesk.class);
    desk.enter(
        new Permit(
            "示例-许可-0001", "示例内容科技公司", LocalDate.parse("2026-01-01"), LocalDate.parse("2028-12-31")),
        "staff:one");
    desk.importEdition(
        "示例名单 2026",
        LocalDate.parse("2026-01-01"),
        List.of(
            new Unit("示例日报社", "示例中央新闻单位"),
            new Unit("虚构晚报社", "示例省级新闻单位"),
            new Unit("样本电视台", "示例省级新闻单位")),
        "staff:one");
    works.publish(works.draft("灯会开幕", ORIGINAL, Form.NEWS, source("示例日报社")));
    RegisterDesk register = office.bean(RegisterDesk.class);
    register.examine(
        works.draft(
            "灯会人满为患",
            ORIGINAL.replace("展出花灯三百盏，将持续五天", "人满为患，花灯仅剩三十盏，只剩两天").replace("免费", "凭高价票"),
            Form.NEWS,
            source("示例日报社")));
    register.examine(works.draft("某论坛的灯会", ORIGINAL, Form.NEWS, source("某论坛")));
    works.publish(works.draft("灯会见闻", "据悉，灯会今天开幕。记者李四报道，人很多。"));
  }

  static String diverging(TestOffice office) {
    return first(office, "news_text_diverges");
  }

  static String waiting(TestOffice office) {
    return first(office, "news_form");
  }

  private static String first(TestOffice office, String code) {
    return office.bean(NewsDesk.class).latest().stream()
        .filter(it -> it.code().equals(code))
        .map(Examination::id)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<NewsSource> source(String unit) {
    return Optional.of(
        new NewsSource(
            unit, "灯会开幕", "https://example.com/original", LocalDate.parse("2026-11-20"), ORIGINAL));
  }
}
