package io.assay.office.notice;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.notice.Webhooks.Wish;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
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
@Allowed({Right.SYSTEM_WRITE, Right.STAFF_READ})
class NoticeApi {
  private static final int MOST = 200;

  private final Notices notices;
  private final Webhooks webhooks;

  NoticeApi(Notices notices, Webhooks webhooks) {
    this.notices = notices;
    this.webhooks = webhooks;
  }

  /** Of {@code tenant}, or the operator's own without one. */
  record Wanted(String url, @Nullable String kinds, @Nullable String tenant) {}

  record Added(Webhook webhook, String secret) {}

  /** A page; {@code next} is the {@code after} of the following one, empty on the last. */
  record Page(List<Sending> notices, String next) {}

  record WebhookPage(List<Webhook> webhooks, String next) {}

  @GetMapping("/notices")
  Page notices(
      @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit) {
    Slice<Sending> slice = notices.list(Cursor.parse(after), Math.clamp(limit, 1, MOST));
    return new Page(slice.rows(), slice.next());
  }

  @GetMapping("/webhooks")
  WebhookPage webhooks(
      @RequestParam(defaultValue = "") String tenant,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    Slice<Webhook> slice = webhooks.list(tenant, Cursor.parse(after), Math.clamp(limit, 1, MOST));
    return new WebhookPage(slice.rows(), slice.next());
  }

  @PostMapping("/webhooks")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.SYSTEM_WRITE)
  Added add(@AuthenticationPrincipal SignedIn member, @RequestBody Wanted wanted) {
    Webhook added =
        webhooks.add(
            new Wish(
                Objects.requireNonNullElse(wanted.tenant(), ""),
                wanted.url(),
                Objects.requireNonNullElse(wanted.kinds(), "")),
            member.actor());
    return new Added(added, webhooks.secret(added));
  }

  /** A new secret; the former one signs beside it for a day. */
  @PostMapping("/webhooks/{id}/secret")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.SYSTEM_WRITE)
  Added rotate(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    Webhook rotated = webhooks.rotate(id, member.actor());
    return new Added(rotated, webhooks.secret(rotated));
  }

  @DeleteMapping("/webhooks/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allowed(Right.SYSTEM_WRITE)
  void disable(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    webhooks.disable(id, member.actor());
  }
}
