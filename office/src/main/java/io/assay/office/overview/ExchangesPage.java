package io.assay.office.overview;

import io.assay.gateway.journal.Outcome;
import io.assay.ledger.Ledger;
import io.assay.ledger.Receipt;
import io.assay.office.content.Contents;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.exchange.ExchangePage;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The list of exchanges, and the way of one with its receipts. */
@Controller
@Allowed(Right.EXCHANGE_READ)
class ExchangesPage {
  private static final int PAGE = 50;

  private final ExchangeIndex exchanges;
  private final Contents contents;
  private final Ledger ledger;

  ExchangesPage(ExchangeIndex exchanges, Contents contents, Ledger ledger) {
    this.exchanges = exchanges;
    this.contents = contents;
    this.ledger = ledger;
  }

  @GetMapping("/exchanges")
  String list(@ModelAttribute("query") ExchangeQuery query, Model model) {
    model.addAttribute("outcomes", Outcome.values());
    model.addAttribute("choices", exchanges.choices());
    rows(query, model);
    return "exchanges";
  }

  @GetMapping("/exchanges/rows")
  String rows(@ModelAttribute("query") ExchangeQuery query, Model model) {
    ExchangePage page = exchanges.list(query.filter(), query.cursor(), PAGE);
    model.addAttribute("rows", page.exchanges().stream().map(ExchangeRow::new).toList());
    model.addAttribute("older", page.next().map(query::older).orElse(""));
    return "exchanges :: rows";
  }

  @GetMapping("/exchanges/{id}")
  String show(@AuthenticationPrincipal SignedIn member, @PathVariable String id, Model model) {
    model.addAttribute("way", new Way(find(id)));
    model.addAttribute("ground", contents.ground(id, member).orElse(null));
    return "exchange";
  }

  /** A picture with the places that were named in it, for whoever has a ground to see it. */
  @GetMapping("/exchanges/{id}/files/{field}/places")
  @Allowed(Right.CONTENT_READ)
  String places(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @PathVariable String field,
      Model model) {
    Way way = new Way(find(id));
    model.addAttribute("way", way);
    model.addAttribute(
        "it",
        way.carried(field)
            .filter(carried -> carried.file().picture())
            .orElseThrow(ExchangesPage::notFound));
    model.addAttribute("ground", contents.ground(id, member).orElse(null));
    return "exchange-file";
  }

  /** Hands out the receipt of an entry; until a checkpoint covers the entry there is none. */
  @GetMapping("/exchanges/{id}/receipts/{index}")
  ResponseEntity<byte[]> receipt(@PathVariable String id, @PathVariable long index) {
    boolean own =
        find(id).entries().stream()
            .anyMatch(it -> it.index() == index && it.shard().equals(ledger.shard()));
    Receipt receipt = ledger.receipt(index).filter(it -> own).orElseThrow(ExchangesPage::notFound);
    ContentDisposition saved =
        ContentDisposition.attachment()
            .filename(ledger.shard() + "-" + index + ".tlog-proof")
            .build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(receipt.bytes());
  }

  private ExchangeDetail find(String id) {
    return exchanges.find(id).orElseThrow(ExchangesPage::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
