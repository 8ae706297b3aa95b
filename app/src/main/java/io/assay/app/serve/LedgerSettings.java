package io.assay.app.serve;

import io.assay.gateway.config.SettingsException;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Replication;
import io.assay.ledger.note.VerifierKey;
import io.assay.office.posture.Witnesses;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What makes the log worth believing beyond this machine. */
public record LedgerSettings(
    ReplicaSettings replica,
    WitnessSettings witnesses,
    Waiting waitsFor,
    Ciphers ciphers,
    MasterKeySettings masterKey) {

  /** Which ciphers and signatures stand beside those that every verifier reads. */
  public enum Ciphers {
    /** AES-256-GCM in the vault, Ed25519 under checkpoints. */
    STANDARD,
    /** SM4-GCM in the vault, and an SM2 line beside that of Ed25519. */
    SHANGMI
  }

  public LedgerSettings(
      @Nullable ReplicaSettings replica,
      @Nullable WitnessSettings witnesses,
      @Nullable Waiting waitsFor,
      @Nullable Ciphers ciphers,
      @Nullable MasterKeySettings masterKey) {
    this.replica =
        Objects.requireNonNullElseGet(
            replica, () -> new ReplicaSettings(null, null, null, null, null, null));
    this.witnesses =
        Objects.requireNonNullElseGet(witnesses, () -> new WitnessSettings(null, null));
    this.waitsFor = Objects.requireNonNullElseGet(waitsFor, () -> new Waiting(null, null));
    this.ciphers = Objects.requireNonNullElse(ciphers, Ciphers.STANDARD);
    this.masterKey =
        Objects.requireNonNullElseGet(
            masterKey, () -> new MasterKeySettings(null, null, null, null));
    for (var level : List.of(this.waitsFor.exchanges(), this.waitsFor.acts())) {
      if (level == Acknowledgement.REPLICATED && this.replica.kind() == ReplicaSettings.Kind.OFF) {
        throw new SettingsException(
            "ledger.waitsFor asks for replicated, but ledger.replica.kind is off");
      }
      if (level == Acknowledgement.WITNESSED && this.witnesses.required() == 0) {
        throw new SettingsException(
            "ledger.waitsFor asks for witnessed, but ledger.witnesses.required is 0");
      }
    }
  }

  public static LedgerSettings defaults() {
    return new LedgerSettings(null, null, null, null, null);
  }

  /**
   * A second place for every record.
   *
   * @param directory for kind {@code DIRECTORY}: a directory of another disk
   * @param url for kind {@code POSTGRESQL}: a JDBC URL
   */
  public record ReplicaSettings(
      Kind kind, Path directory, String url, String user, String password, Replication.Keep keep) {

    /** Where the second place is. */
    public enum Kind {
      OFF,
      DIRECTORY,
      POSTGRESQL
    }

    public ReplicaSettings(
        @Nullable Kind kind,
        @Nullable Path directory,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        Replication.@Nullable Keep keep) {
      this.kind = Objects.requireNonNullElse(kind, Kind.OFF);
      this.directory = Objects.requireNonNullElse(directory, Path.of(""));
      this.url = Objects.requireNonNullElse(url, "");
      this.user = Objects.requireNonNullElse(user, "assay");
      this.password = Objects.requireNonNullElse(password, "");
      this.keep = Objects.requireNonNullElse(keep, Replication.Keep.EVERYTHING);
      if (this.kind == Kind.DIRECTORY && this.directory.toString().isEmpty()) {
        throw new SettingsException(
            "ledger.replica.kind is directory; say which, on another disk, with directory");
      }
      if (this.kind == Kind.POSTGRESQL && !this.url.startsWith("jdbc:postgresql:")) {
        throw new SettingsException(
            "ledger.replica.kind is postgresql; set url to jdbc:postgresql://host:port/name, not '"
                + this.url
                + "'");
      }
    }

    /** Everything but the password. */
    @Override
    public String toString() {
      return kind + " " + (kind == Kind.DIRECTORY ? directory : url);
    }
  }

  /**
   * Who cosigns checkpoints before they are published.
   *
   * @param required how many must; 0 for none
   * @param of whom
   */
  public record WitnessSettings(Integer required, List<OneWitness> of) {

    public WitnessSettings(@Nullable Integer required, @Nullable List<OneWitness> of) {
      this.required = required == null ? 0 : required;
      this.of = of == null ? List.of() : List.copyOf(of);
      if (this.required < 0 || this.required > this.of.size()) {
        throw new SettingsException(
            "ledger.witnesses requires "
                + this.required
                + " of "
                + this.of.size()
                + "; list as many as are required, or more");
      }
    }

    /** Who they are, for whoever looks at cosignatures. */
    Witnesses known() {
      return new Witnesses(required, of.stream().map(OneWitness::verifiers).toList());
    }
  }

  /**
   * One witness.
   *
   * @param url the prefix under which it takes checkpoints
   * @param keys its public keys, as it prints them when it starts
   */
  public record OneWitness(URI url, List<String> keys) {

    public OneWitness(@Nullable URI url, @Nullable List<String> keys) {
      if (url == null || url.getHost() == null || keys == null || keys.isEmpty()) {
        throw new SettingsException(
            "a witness has a url such as https://witness.example.com/ and at least one of its keys");
      }
      this.url = url.getPath().endsWith("/") ? url : URI.create(url + "/");
      this.keys = List.copyOf(keys);
    }

    List<VerifierKey> verifiers() {
      return keys.stream().map(VerifierKey::parse).toList();
    }
  }

  /**
   * How safe an entry must be before what it records takes effect.
   *
   * @param exchanges before the last byte of an answer leaves
   * @param acts before what a member of the staff does takes effect
   */
  public record Waiting(Acknowledgement exchanges, Acknowledgement acts) {

    public Waiting(@Nullable Acknowledgement exchanges, @Nullable Acknowledgement acts) {
      this.exchanges = Objects.requireNonNullElse(exchanges, Acknowledgement.DURABLE);
      this.acts = Objects.requireNonNullElse(acts, Acknowledgement.DURABLE);
    }
  }
}
