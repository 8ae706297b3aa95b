package io.assay.office.sanction;

import io.assay.office.Cursor;
import io.assay.office.OfficeConfig;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.sanction.Statement.Ground;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Allowed(Right.SANCTION_READ)
class SanctionApi {
  private static final int MOST = 200;

  private final Sanctions sanctions;
  private final Imposing imposing;
  private final OfficeConfig config;

  SanctionApi(Sanctions sanctions, Imposing imposing, OfficeConfig config) {
    this.sanctions = sanctions;
    this.imposing = imposing;
    this.config = config;
  }

  record Wanted(
      String subject,
      Level level,
      Ground ground,
      String facts,
      String clause,
      int days,
      @Nullable List<String> capabilities,
      @Nullable List<String> exchanges) {
    Wish wish() {
      return new Wish(
          level,
          facts,
          ground,
          clause,
          days,
          capabilities == null ? "" : String.join(" ", capabilities),
          exchanges == null ? "" : String.join(" ", exchanges));
    }
  }

  record Lifting(String reason) {}

  /** The sanction that was imposed, or that it waits for a second person. */
  record Asked(@Nullable Sanction sanction, boolean waits) {}

  /**
   * A statement of reasons without the person it concerns, and where to appeal against it.
   *
   * @param appealUntil when the time to appeal ends; null where it does not
   */
  record Published(
      String id,
      Statement statement,
      Sanction.State state,
      String appealUrl,
      @Nullable Instant appealUntil) {}

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<Sanction> sanctions, String next) {}

  @GetMapping("/sanctions")
  Page list(
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    Slice<Sanction> slice =
        sanctions.list(subject, Cursor.parse(after), Math.clamp(limit, 1, MOST));
    return new Page(slice.rows(), slice.next());
  }

  @GetMapping("/sanctions/{id}")
  Sanction show(@PathVariable String id) {
    return find(id);
  }

  /** The public-safe projection. */
  @GetMapping("/statements/{id}")
  Published statement(@PathVariable String id) {
    Sanction it = find(id);
    return new Published(
        it.id(),
        it.statement(),
        it.state(),
        config.address(Sanction.appealPath(it.id())),
        it.appealUntil());
  }

  /** Imposes at once what one reviewer may, and proposes the rest to a second person. */
  @PostMapping("/sanctions")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.SANCTION_WRITE)
  Asked impose(@AuthenticationPrincipal SignedIn member, @RequestBody Wanted wanted) {
    @Nullable Sanction imposed = imposing.ask(wanted.subject(), wanted.wish(), member).orElse(null);
    return new Asked(imposed, imposed == null);
  }

  @PostMapping("/sanctions/{id}/lift")
  @Allowed({Right.SUSPENSION_APPROVE, Right.CLOSURE_APPROVE})
  Sanction lift(
      @AuthenticationPrincipal SignedIn member,
      @PathVariable String id,
      @RequestBody Lifting lifting) {
    sanctions.lift(id, lifting.reason(), member.actor());
    return find(id);
  }

  private Sanction find(String id) {
    return sanctions.find(id).orElseThrow(() -> new ActionRefusedException("sanction.unknown"));
  }
}
