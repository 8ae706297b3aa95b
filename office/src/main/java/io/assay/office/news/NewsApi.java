package io.assay.office.news;

import io.assay.office.Cursor;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/v1/news")
@Allowed(Right.PUBLICATION_READ)
class NewsApi {
  private static final int MOST = 200;

  private final NewsDesk desk;

  NewsApi(NewsDesk desk) {
    this.desk = desk;
  }

  /** An edition to import; {@code units} is CSV or JSON. */
  record Wanted(String name, LocalDate inForceFrom, String units) {}

  record Decision(boolean news, String note) {}

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<Examination> examinations, String next) {}

  @GetMapping("/examinations")
  Page examinations(
      @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit) {
    var slice = desk.latest(Cursor.parse(after).orElse(Cursor.NEWEST), Math.clamp(limit, 1, MOST));
    return new Page(slice.rows(), slice.next());
  }

  @GetMapping("/examinations/{id}")
  Examination examination(@PathVariable String id) {
    return desk.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/examinations/{id}/decision")
  @Allowed(Right.DECISION_WRITE)
  Examination decide(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Decision decision) {
    desk.decide(id, decision.news(), decision.note(), member.actor());
    return examination(id);
  }

  @GetMapping("/editions")
  List<ListEdition> editions() {
    return desk.editions();
  }

  @PostMapping("/editions")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.NEWS_WRITE)
  ListEdition importEdition(@AuthenticationPrincipal SignedIn member, @RequestBody Wanted wanted) {
    return desk.importEdition(
        wanted.name(), wanted.inForceFrom(), UnitList.parse(wanted.units()), member.actor());
  }

  @PutMapping("/permit")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allowed(Right.NEWS_WRITE)
  void permit(@AuthenticationPrincipal SignedIn member, @RequestBody Permit permit) {
    desk.enter(permit, member.actor());
  }
}
