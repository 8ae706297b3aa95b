package io.assay.app.serve;

import io.assay.app.serve.LedgerSettings.Ciphers;
import io.assay.app.serve.LedgerSettings.ReplicaSettings;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.Replica;
import io.assay.ledger.Replication;
import io.assay.ledger.ShardRegistry;
import io.assay.ledger.WalReplica;
import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.KeyType;
import io.assay.ledger.note.NoteSigner;
import io.assay.ledger.note.SigningKey;
import io.assay.ledger.vault.CipherProfile;
import io.assay.ledger.vault.Retention;
import io.assay.ledger.vault.Vault;
import io.assay.ledger.vault.VaultConfig;
import io.assay.ledger.wal.WalSettings;
import io.assay.ledger.witness.Quorum;
import io.assay.ledger.witness.WitnessClient;
import io.assay.office.content.Contents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The part of a folder of data that records: the ledger, its registry and the vault. */
public record RecordFolder(Path data, LedgerSettings settings, InstantSource clock) {

  /** How long prompts and outputs are kept; policy, at least the six months of the law. */
  private static final int KEPT_MONTHS = 12;

  public RecordFolder {
    if (settings.ciphers() == Ciphers.SHANGMI
        && Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
      Security.addProvider(new BouncyCastleProvider());
    }
  }

  /** A folder of data as the configuration file, or the usual one, has it. */
  public static RecordFolder of(Path data, Optional<Path> config) {
    return new RecordFolder(
        data, AppConfig.read(config, System.getenv()).ledger(), InstantSource.system());
  }

  /** Where the shards lie. */
  public Path shards() {
    return data.resolve("ledger");
  }

  /** Opens the ledger for writing, with its registry, replica and witnesses. */
  public OpenedLedger openLedger() {
    var registry = LedgerConfig.at(data.resolve("registry"), "assay.local/registry");
    var config =
        LedgerConfig.at(shards(), "assay.local/gateway")
            .withClock(clock)
            .withSigners(signers())
            .withRegistry(new ShardRegistry(registry.withClock(clock)));
    if (settings.witnesses().required() > 0) {
      config = config.withCosigning(quorum(settings.witnesses()));
    }
    var replicated = settings.replica();
    if (replicated.kind() == ReplicaSettings.Kind.OFF) {
      return new OpenedLedger(Ledger.open(config), Optional.empty());
    }
    var replica = replica(replicated);
    try {
      var ledger = Ledger.open(config.with(new Replication(replica, replicated.keep())));
      return new OpenedLedger(ledger, Optional.of(replica));
    } catch (RuntimeException failed) {
      replica.close();
      throw failed;
    }
  }

  /** Opens the vault, or makes it. */
  public Vault openVault() {
    var retention =
        new Retention(ZoneId.of("Asia/Shanghai"), Map.of(Contents.EVENT_CLASS, KEPT_MONTHS));
    var config =
        VaultConfig.at(
            Disk.real(), data.resolve("vault"), settings.masterKey().open(data), retention, clock);
    return new Vault(
        settings.ciphers() == Ciphers.SHANGMI ? config.withProfile(CipherProfile.SM4_GCM) : config);
  }

  /** Opens the vault, which is there. */
  public Vault openExistingVault() {
    var secret = data.resolve("vault").resolve("secret");
    if (!Files.exists(secret)) {
      throw new IllegalArgumentException("there is no " + secret + "; name the data with --data");
    }
    settings.masterKey().requireIn(data);
    return openVault();
  }

  private List<NoteSigner> signers() {
    if (settings.ciphers() == Ciphers.STANDARD) {
      return List.of();
    }
    try {
      return List.of(sm2Key(Disk.real()));
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "the SM2 key of the ledger in " + data + " is unusable", failed);
    }
  }

  private SigningKey sm2Key(Disk disk) throws IOException {
    var secret = data.resolve("secrets").resolve("ledger-sm2.key");
    if (!disk.exists(secret)) {
      disk.createPrivateDirectory(data.resolve("secrets"));
      disk.createDirectories(data.resolve("pki"));
      var made = SigningKey.generate("assay.local/gateway/sm2", KeyType.SM2, clock);
      disk.replace(secret, made.secret().getBytes(StandardCharsets.UTF_8));
      disk.replace(
          data.resolve("pki").resolve("ledger-sm2.vkey"),
          made.toString().getBytes(StandardCharsets.UTF_8));
    }
    return SigningKey.parse(new String(disk.read(secret), StandardCharsets.UTF_8), clock);
  }

  private static Replica replica(ReplicaSettings settings) {
    if (settings.kind() == ReplicaSettings.Kind.DIRECTORY) {
      return new WalReplica(Disk.real(), settings.directory(), WalSettings.DEFAULT);
    }
    return new PostgresReplica(
        new DriverManagerDataSource(settings.url(), settings.user(), settings.password()));
  }

  private static Quorum quorum(LedgerSettings.WitnessSettings settings) {
    return new Quorum(
        settings.required(),
        settings.of().stream()
            .map(witness -> new WitnessClient(witness.url(), witness.verifiers()))
            .toList());
  }
}
