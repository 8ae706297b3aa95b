package io.assay.office.notice;

import io.assay.office.Cursor;
import io.assay.office.MasterSecret;
import io.assay.office.OfficeConfig;
import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.approval.ActionRefusedException;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import java.net.URI;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of webhooks. Their secrets are derived and not kept. */
@Component
class Webhooks {
  static final String SECRET_PREFIX = "whsec_";
  private static final int LONGEST = 500;

  private final WebhookStore store;
  private final MasterSecret master;
  private final OfficeConfig config;
  private final Journal journal;
  private final Clock clock;

  Webhooks(
      WebhookStore store, MasterSecret master, OfficeConfig config, Journal journal, Clock clock) {
    this.store = store;
    this.master = master;
    this.config = config;
    this.journal = journal;
    this.clock = clock;
  }

  /** The new webhook; it is sent to {@code url} from now on, over https only in production. */
  @Transactional
  Webhook add(String url, String kinds, String actor) {
    if (!reachable(url.strip()) || kinds.length() > LONGEST) {
      throw new ActionRefusedException("notice.url");
    }
    Webhook webhook =
        new Webhook(
            RandomText.identifier("whk_"), url.strip(), kinds.strip(), clock.instant(), null);
    store.add(webhook);
    journal.write(
        Act.of(
            "notice.webhook_added", actor, Map.of("webhook", webhook.id(), "url", webhook.url())));
    return webhook;
  }

  @Transactional
  void disable(String id, String actor) {
    if (!store.disable(id, clock.instant())) {
      throw new ActionRefusedException("notice.unknown");
    }
    journal.write(Act.of("notice.webhook_disabled", actor, Map.of("webhook", id)));
  }

  Slice<Webhook> list(Optional<Cursor> after, int size) {
    return Slice.of(store.list(after, size + 1), size, it -> new Cursor(it.createdAt(), it.id()));
  }

  /** The bytes that both sides sign with. */
  byte[] secret(String id) {
    return HexFormat.of().parseHex(master.hmac("notice/webhook", id));
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
