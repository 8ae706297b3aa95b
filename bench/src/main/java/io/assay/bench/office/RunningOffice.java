package io.assay.bench.office;

import io.assay.gateway.config.GatewayConfig;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.vault.Retention;
import io.assay.ledger.vault.Vault;
import io.assay.ledger.vault.VaultConfig;
import io.assay.office.MasterSecret;
import io.assay.office.OfficeApplication;
import io.assay.office.OfficeConfig;
import io.assay.office.RandomText;
import io.assay.office.content.Contents;
import io.assay.office.database.EmbeddedPostgres;
import io.assay.office.journal.Journal;
import io.assay.office.staff.Role;
import io.assay.office.staff.StaffService;
import io.assay.office.web.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The office as it runs, over the PostgreSQL that it brings, with one member signed in. */
record RunningOffice(
    EmbeddedPostgres postgres,
    Ledger ledger,
    ConfigurableApplicationContext office,
    Connection alone,
    Visitor visitor)
    implements AutoCloseable {

  static RunningOffice start(Path directory) throws IOException, SQLException {
    Path home = Files.createDirectories(directory.toAbsolutePath());
    EmbeddedPostgres postgres = EmbeddedPostgres.start(home.resolve("pg"));
    Ledger ledger = Ledger.open(LedgerConfig.at(home.resolve("ledger"), "load.example/office"));
    ConfigurableApplicationContext office = office(home, postgres, ledger);
    Connection alone = Generator.alone(office.getBean(DataSource.class));
    return new RunningOffice(postgres, ledger, office, alone, visitor(office));
  }

  DataSource dataSource() {
    return office.getBean(DataSource.class);
  }

  private static ConfigurableApplicationContext office(
      Path home, EmbeddedPostgres postgres, Ledger ledger) {
    OfficeConfig config = OfficeConfig.defaults();
    Clock clock = Clock.systemUTC();
    Journal silent = act -> {};
    Vault vault =
        new Vault(
            VaultConfig.at(
                home.resolve("vault"),
                home.resolve("master.key"),
                new Retention(Site.ZONE, Map.of(Contents.EVENT_CLASS, 12)),
                clock));
    GenericApplicationContext shared = new GenericApplicationContext();
    shared.registerBean(Clock.class, () -> clock);
    shared.registerBean(OfficeConfig.class, () -> config);
    shared.registerBean(GatewayConfig.class, GatewayConfig::defaults);
    shared.registerBean(MasterSecret.class, () -> MasterSecret.open(home.resolve("secrets")));
    shared.registerBean(Ledger.class, () -> ledger, it -> it.setDestroyMethodName(""));
    shared.registerBean(Vault.class, () -> vault, it -> it.setDestroyMethodName(""));
    shared.registerBean(Journal.class, () -> silent);
    shared.refresh();
    Map<String, Object> settings = new HashMap<>(OfficeApplication.settings(config));
    settings.put("server.port", 0);
    settings.put("logging.level.root", "WARN");
    settings.putAll(postgres.database().springProperties());
    return new SpringApplicationBuilder(OfficeApplication.class)
        .parent(shared)
        .bannerMode(Banner.Mode.OFF)
        .properties(settings)
        .run();
  }

  /** A member who may read everything, which only an office that is tried out lets one be. */
  private static Visitor visitor(ConfigurableApplicationContext office) {
    String name = RandomText.identifier("load-");
    StaffService staff = office.getBean(StaffService.class);
    if (!(staff.create(name, Set.of(Role.values()), "system")
        instanceof StaffService.Outcome.Created created)) {
      throw new IllegalStateException("no member " + name);
    }
    String port = office.getEnvironment().getRequiredProperty("local.server.port");
    Visitor visitor = new Visitor("http://localhost:" + port);
    visitor.signIn(name, created.oneTimePassword(), RandomText.secret(15));
    return visitor;
  }

  @Override
  public void close() throws SQLException {
    visitor.close();
    alone.close();
    office.close();
    ledger.close();
    postgres.close();
  }
}
