package io.assay.office.tenant;

import io.assay.office.RandomText;
import io.assay.office.Slice;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of tenants. */
@Component
public class TenantService {
  private static final int LONGEST_NAME = 100;

  private final TenantStore store;
  private final Journal journal;
  private final Clock clock;

  TenantService(TenantStore store, Journal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /** The new tenant, or empty when the name is blank, too long or taken. */
  @Transactional
  public Optional<Tenant> create(String name, String actor) {
    String wanted = name.strip();
    if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    Tenant tenant = new Tenant(RandomText.identifier("tnt_"), wanted, clock.instant());
    if (!store.add(tenant)) {
      return Optional.empty();
    }
    journal.write(
        Act.of("tenant.created", actor, Map.of("tenant", tenant.id(), "name", tenant.name())));
    return Optional.of(tenant);
  }

  /** A page of the register by name; it goes on after the last name. */
  public Slice<Tenant> list(String after, int size) {
    return Slice.of(store.list(after, size + 1), size, Tenant::name);
  }

  public Optional<Tenant> find(String id) {
    return store.find(id);
  }

  public Optional<Tenant> named(String name) {
    return store.named(name);
  }
}
