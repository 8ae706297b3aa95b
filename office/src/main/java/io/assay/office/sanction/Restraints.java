package io.assay.office.sanction;

import io.assay.gateway.Duty;
import io.assay.gateway.access.Standing;
import io.assay.office.OfficeConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the sanctions in force make of the standing of subjects, for the gateway. */
@Duty("DS-10")
@Component
public class Restraints {
  private final SanctionStore store;
  private final OfficeConfig config;

  Restraints(SanctionStore store, OfficeConfig config) {
    this.store = store;
    this.config = config;
  }

  /** Puts the strongest sanction in force over the standing of each subject. */
  public void apply(Map<String, Standing> standings) {
    Map<String, Sanction> strongest = new HashMap<>();
    for (Sanction it : store.active()) {
      strongest.merge(it.subject(), it, (a, b) -> b.level().compareTo(a.level()) > 0 ? b : a);
    }
    strongest.forEach(
        (subject, sanction) ->
            standings.computeIfPresent(subject, (key, standing) -> over(standing, sanction)));
  }

  private @Nullable Standing over(Standing standing, Sanction it) {
    Statement said = it.statement();
    String reason = Sanctions.reason(said);
    String appeal = config.address(Sanction.appealPath(it.id()));
    return switch (it.level()) {
      case WARN -> standing;
      case LIMIT ->
          standing instanceof Standing.Good
              ? new Standing.Limited(
                  Set.copyOf(said.capabilities()), reason, Optional.ofNullable(said.end()), appeal)
              : standing;
      case SUSPEND, CLOSE ->
          new Standing.Suspended(reason, Optional.ofNullable(said.end()), appeal);
    };
  }
}
