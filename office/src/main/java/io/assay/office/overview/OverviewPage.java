package io.assay.office.overview;

import io.assay.gateway.access.Snapshots;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerException;
import io.assay.ledger.note.Checkpoint;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeFilter;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.exchange.ExchangeSummary;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The live overview: what passed, what was stopped, and whether everything bears its label. */
@Controller
class OverviewPage {
  private static final int LATEST = 8;

  private final ExchangeIndex exchanges;
  private final Ledger ledger;
  private final ObjectProvider<Snapshots> snapshots;

  OverviewPage(ExchangeIndex exchanges, Ledger ledger, ObjectProvider<Snapshots> snapshots) {
    this.exchanges = exchanges;
    this.ledger = ledger;
    this.snapshots = snapshots;
  }

  @GetMapping("/overview")
  String page(@RequestParam(defaultValue = "") String window, Model model) {
    model.addAttribute("windows", Window.values());
    model.addAttribute("bars", bars(window));
    model.addAttribute("overview", overview(window));
    return "overview";
  }

  @GetMapping("/overview/now")
  String now(@RequestParam(defaultValue = "") String window, Model model) {
    model.addAttribute("overview", overview(window));
    return "overview-now";
  }

  @GetMapping("/overview/bars")
  @ResponseBody
  Bars bars(@RequestParam(defaultValue = "") String window) {
    Window shown = Window.named(window);
    return Bars.of(exchanges.bars(shown.bar(), shown.bars()), shown);
  }

  private Overview overview(String code) {
    Window window = Window.named(code);
    List<ExchangeSummary> latest =
        exchanges.list(ExchangeFilter.everything(), Optional.empty(), LATEST).exchanges();
    return new Overview(
        window,
        exchanges.totals(window.length()),
        exchanges.totals(Window.MINUTE).all(),
        exchanges.canaries(window.length()),
        latest.stream().map(ExchangeRow::new).toList(),
        system(latest));
  }

  private SystemFacts system(List<ExchangeSummary> latest) {
    return new SystemFacts(
        ledger.size(),
        ledger.checkpoint().map(Checkpoint::size).orElse(0L),
        ledger.trouble().map(LedgerException::getMessage).orElse(""),
        pool(latest),
        snapshots.stream().findFirst().map(it -> Age.of(it.age())).orElse(null));
  }

  private String pool(List<ExchangeSummary> latest) {
    return latest.stream()
        .filter(it -> it.closedAt().isPresent())
        .findFirst()
        .flatMap(it -> exchanges.find(it.id()))
        .map(ExchangeDetail::pool)
        .orElse("");
  }
}
