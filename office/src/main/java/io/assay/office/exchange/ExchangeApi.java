package io.assay.office.exchange;

import io.assay.gateway.journal.Outcome;
import io.assay.office.Cursor;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/v1")
@Allowed(Right.EXCHANGE_READ)
class ExchangeApi {
  private static final int MINUTES = 60;

  private final ExchangeIndex index;

  ExchangeApi(ExchangeIndex index) {
    this.index = index;
  }

  /** The last hour. */
  record Overview(Totals totals, List<Bar> minutes) {}

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<ExchangeSummary> exchanges, String next) {}

  @GetMapping("/overview")
  Overview overview() {
    return new Overview(
        index.totals(Duration.ofMinutes(MINUTES)), index.bars(Duration.ofMinutes(1), MINUTES));
  }

  @GetMapping("/exchanges")
  Page list(
      @RequestParam Optional<Instant> from,
      @RequestParam Optional<Instant> to,
      @RequestParam Optional<Outcome> outcome,
      @RequestParam(defaultValue = "") String endpoint,
      @RequestParam(defaultValue = "") String capability,
      @RequestParam(defaultValue = "") String model,
      @RequestParam(defaultValue = "") String tenant,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String contentNumber,
      @RequestParam(defaultValue = "false") boolean gaps,
      @RequestParam(defaultValue = "false") boolean canaries,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    ExchangeFilter filter =
        new ExchangeFilter(
            from,
            to,
            outcome,
            endpoint,
            capability,
            model,
            tenant,
            subject,
            contentNumber,
            gaps,
            canaries);
    ExchangePage page = index.list(filter, Cursor.parse(after), limit);
    return new Page(page.exchanges(), page.next().map(Cursor::toString).orElse(""));
  }

  @GetMapping("/exchanges/{id}")
  ExchangeDetail show(@PathVariable String id) {
    return index.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
