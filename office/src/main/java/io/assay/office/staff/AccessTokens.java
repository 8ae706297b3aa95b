package io.assay.office.staff;

import io.assay.office.BearerSecret;
import io.assay.office.OfficeConfig;
import io.assay.office.RandomText;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of access tokens. */
@Component
class AccessTokens {
  static final String PREFIX = "assay_st_";
  private static final int LONGEST_NAME = 100;

  private final AccessTokenStore store;
  private final MemberStore members;
  private final Journal journal;
  private final OfficeConfig config;
  private final StaffLimits limits;
  private final Clock clock;

  AccessTokens(
      AccessTokenStore store,
      MemberStore members,
      Journal journal,
      OfficeConfig config,
      StaffLimits limits,
      Clock clock) {
    this.store = store;
    this.members = members;
    this.journal = journal;
    this.config = config;
    this.limits = limits;
    this.clock = clock;
  }

  /** The new token's secret, shown this once; empty when the name is no name. */
  @Transactional
  Optional<BearerSecret> issue(SignedIn member, String name) {
    String wanted = name.strip();
    if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    BearerSecret secret = BearerSecret.random(PREFIX);
    Instant now = clock.instant();
    AccessToken token =
        new AccessToken(
            RandomText.identifier("tok_"),
            member.id(),
            wanted,
            secret.hint(),
            now,
            now.plus(limits.tokenLife()),
            null);
    store.add(token, secret.sha256());
    journal.write(Act.of("staff.token_created", member.actor(), Map.of("token", token.id())));
    return Optional.of(secret);
  }

  /** Whether a token of the member was in force and is no longer. */
  @Transactional
  boolean revoke(SignedIn member, String id) {
    if (!store.revoke(id, member.id(), clock.instant())) {
      return false;
    }
    journal.write(Act.of("staff.token_revoked", member.actor(), Map.of("token", id)));
    return true;
  }

  List<AccessToken> of(SignedIn member) {
    return store.of(member.id());
  }

  /** The member behind the secret, if both the token and the member may still work. */
  Optional<Member> member(BearerSecret secret) {
    return store
        .findBySha256(secret.sha256())
        .filter(token -> token.inForce(clock.instant()))
        .flatMap(token -> members.find(token.member()))
        .filter(member -> !member.disabled() && !member.oneTimePassword())
        .filter(member -> member.secondFactor() || !config.production());
  }
}
