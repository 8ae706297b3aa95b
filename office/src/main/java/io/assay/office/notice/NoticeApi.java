package io.assay.office.notice;

import io.assay.office.Cursor;
import io.assay.office.Slice;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.office.staff.SignedIn;
import java.util.Base64;
import java.util.List;
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

  record Wanted(String url, @Nullable String kinds) {}

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
      @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit) {
    Slice<Webhook> slice = webhooks.list(Cursor.parse(after), Math.clamp(limit, 1, MOST));
    return new WebhookPage(slice.rows(), slice.next());
  }

  @PostMapping("/webhooks")
  @ResponseStatus(HttpStatus.CREATED)
  @Allowed(Right.SYSTEM_WRITE)
  Added add(@AuthenticationPrincipal SignedIn member, @RequestBody Wanted wanted) {
    String kinds = wanted.kinds() == null ? "" : wanted.kinds();
    Webhook added = webhooks.add(wanted.url(), kinds, member.actor());
    String secret = Base64.getEncoder().encodeToString(webhooks.secret(added.id()));
    return new Added(added, Webhooks.SECRET_PREFIX + secret);
  }

  @DeleteMapping("/webhooks/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Allowed(Right.SYSTEM_WRITE)
  void disable(@AuthenticationPrincipal SignedIn member, @PathVariable String id) {
    webhooks.disable(id, member.actor());
  }
}
