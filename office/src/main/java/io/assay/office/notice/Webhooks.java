package io.assay.office.notice;

import io.assay.office.Cursor;
import io.assay.office.MasterSecret;
import io.assay.office.OfficeConfig;
import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.tenant.Tenant;
import io.assay.office.tenant.TenantService;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of webhooks. Their secrets are derived and not kept. */
@Component
class Webhooks {
  private static final String SECRET_PREFIX = "whsec_";
  private static final int LONGEST = 500;

  private final WebhookStore store;
  private final TenantService tenants;
  private final MasterSecret master;
  private final OfficeConfig config;
  private final Journal journal;
  private final Clock clock;

  Webhooks(
      WebhookStore store,
      TenantService tenants,
      MasterSecret master,
      OfficeConfig config,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.tenants = tenants;
    this.master = master;
    this.config = config;
    this.journal = journal;
    this.clock = clock;
  }

  /** What a program wants to be told, and where; of a tenant, or the operator's when empty. */
  record Wish(String tenant, String url, String kinds) {}

  /** The new webhook; it is sent to its address from now on, over https only in production. */
  @Transactional
  Webhook add(Wish wish, String actor) {
    if (!reachable(wish.url().strip()) || wish.kinds().length() > LONGEST) {
      throw new ActionRefusedException("notice.url");
    }
    @Nullable Tenant owner = wish.tenant().isBlank() ? null : owner(wish.tenant().strip());
    Webhook webhook =
        new Webhook(
            RandomText.identifier("whk_"),
            owner == null ? null : owner.id(),
            owner == null ? null : owner.name(),
            wish.url().strip(),
            wish.kinds().strip(),
            1,
            clock.instant(),
            null,
            null);
    store.add(webhook);
    record("added", webhook, actor);
    return webhook;
  }

  private Tenant owner(String tenant) {
    return tenants
        .find(tenant)
        .or(() -> tenants.named(tenant))
        .orElseThrow(() -> new ActionRefusedException("notice.tenant"));
  }

  /** Gives it a new secret; for a day both sign, so that the program can change over. */
  @Transactional
  Webhook rotate(String id, String actor) {
    if (!store.rotate(id, clock.instant())) {
      throw new ActionRefusedException("notice.unknown");
    }
    Webhook rotated = store.find(id).orElseThrow();
    record("rotated", rotated, actor);
    return rotated;
  }

  @Transactional
  void disable(String id, String actor) {
    if (!store.disable(id, clock.instant())) {
      throw new ActionRefusedException("notice.unknown");
    }
    record("disabled", store.find(id).orElseThrow(), actor);
  }

  private void record(String what, Webhook it, String actor) {
    journal.write(
        Act.of(
            "notice.webhook_" + what,
            actor,
            Map.of(
                "webhook", it.id(),
                "url", it.url(),
                "tenant", it.tenant() == null ? "" : it.tenant())));
  }

  /** The newest of a tenant, of all when it is empty. */
  Slice<Webhook> list(String tenant, Optional<Cursor> after, int size) {
    return Slice.of(
        store.list(tenant, after, size + 1), size, it -> new Cursor(it.createdAt(), it.id()));
  }

  /** The present secret, as it is shown to whoever sets the program up. */
  String secret(Webhook it) {
    return SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes(it, it.generation()));
  }

  /** The bytes that both sides sign with now, the present ones first. */
  List<byte[]> signing(Webhook it) {
    byte[] present = bytes(it, it.generation());
    return it.turning(clock.instant())
        ? List.of(present, bytes(it, it.generation() - 1))
        : List.of(present);
  }

  private byte[] bytes(Webhook it, int generation) {
    String name = generation == 1 ? it.id() : it.id() + "/" + generation;
    return HexFormat.of().parseHex(master.hmac("notice/webhook", name));
  }

  private boolean reachable(String url) {
    try {
      URI uri = URI.create(url);
      boolean secure = "https".equals(uri.getScheme());
      boolean trial = !config.production() && "http".equals(uri.getScheme());
      return url.length() <= LONGEST
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && (secure || trial);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
