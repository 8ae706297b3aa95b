package io.assay.preview;

import io.assay.office.TestOffice;
import io.assay.office.publication.Works;
import io.assay.office.rumor.Rumor;
import io.assay.office.rumor.RumorState;
import io.assay.office.rumor.Rumors;

/** Rumors about a town that does not exist. */
final class RumorSamples {
  private RumorSamples() {}

  /** The identifier of one that was refuted. */
  static String fill(TestOffice office, Works works) {
    works.publish("灯桥见闻", "昨夜有人说，虚构市的灯桥塌进了河里，河水漫过了堤岸。");
    works.publish("转述", "听说虚构市的灯桥塌进了河里。");
    Rumors rumors = office.bean(Rumors.class);
    rumors.open("虚构市明日停水三天。", "停水三天", true, "staff:one");
    String id = rumors.open("虚构市的灯桥塌进了河里。", "灯桥塌进了河里", false, "staff:one").id();
    rumors.verify(id, true, "虚构市住建局", "https://example.com/notice", "staff:one");
    rumors.contain(id, "staff:one");
    rumors.refute(id, "灯桥完好，正在进行例行粉刷，临时封闭两天。", "staff:two");
    return id;
  }

  static String suspected(TestOffice office) {
    return office.bean(Rumors.class).latest().stream()
        .filter(it -> it.state() == RumorState.SUSPECTED)
        .map(Rumor::id)
        .findFirst()
        .orElseThrow();
  }
}
