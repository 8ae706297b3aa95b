package io.assay.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Appended;
import io.assay.ledger.Entry;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.LedgerException;
import io.assay.ledger.verify.LogVerifier;
import io.assay.ledger.verify.TrustPolicy;
import io.assay.ledger.verify.Verification;
import io.assay.ledger.wal.WalSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an S3 server that checks signatures. */
class S3StoreTest {

  private static BlobStoreContext blobs;
  private static S3Proxy server;

  @TempDir Path directory;

  @BeforeAll
  static void startServer() throws Exception {
    blobs =
        ContextBuilder.newBuilder("transient")
            .overrides(new Properties())
            .build(BlobStoreContext.class);
    blobs.getBlobStore().createContainerInLocation(null, "ledger");
    server =
        S3Proxy.builder()
            .blobStore(blobs.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, "access", "secret")
            .build();
    server.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.stop();
    blobs.close();
  }

  @Test
  void readsWritesListsAndDeletes() {
    S3Store store = new S3Store(config("plain/", "secret"));
    store.write(Map.of("tile/0/x001/234.p/5", new byte[] {1, 2}, "a b+c", new byte[] {3}));
    assertThat(store.read("tile/0/x001/234.p/5")).hasValue(new byte[] {1, 2});
    assertThat(store.read("a b+c")).hasValue(new byte[] {3});
    assertThat(store.read("none")).isEmpty();
    assertThat(store.list("")).containsExactly("a b+c", "tile/0/x001/234.p/5");
    assertThat(store.list("tile/")).containsExactly("tile/0/x001/234.p/5");
    store.delete(List.of("a b+c", "none"));
    assertThat(store.list("")).containsExactly("tile/0/x001/234.p/5");
  }

  @Test
  void listsMoreThanOnePage() {
    S3Store store = new S3Store(config("many/", "secret"));
    Map<String, byte[]> objects = new LinkedHashMap<>();
    for (int i = 0; i < 1005; i++) {
      objects.put("o%04d".formatted(i), new byte[] {1});
    }
    store.write(objects);
    assertThat(store.list("")).hasSize(1005).isSorted();
  }

  @Test
  void saysWhatFailed_whenTheSecretIsWrong() {
    S3Store store = new S3Store(config("plain/", "wrong"));
    assertThatThrownBy(() -> store.write(Map.of("x", new byte[] {1})))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("writing x")
        .hasMessageContaining("403");
  }

  @Test
  void aLedgerPublishedThereIsSound_andContinues() {
    LedgerConfig config =
        LedgerConfig.at(directory, "assay.example/s3")
            .withIntervals(Duration.ofHours(1), Duration.ofHours(1))
            .withWal(new WalSettings(1 << 20, 1024))
            .withStores(shard -> new S3Store(config("logs/", "secret").below(shard)));
    for (int run = 1; run <= 2; run++) {
      try (Ledger ledger = Ledger.open(config)) {
        Appended last = ledger.append(entry(0));
        for (int i = 1; i < 300; i++) {
          last = ledger.append(entry(i));
        }
        last.await(Acknowledgement.DURABLE);
        ledger.publish();
        Verification found =
            new LogVerifier(TrustPolicy.of(ledger.keys()))
                .verify(new S3Store(config("logs/", "secret").below(ledger.shard())));
        assertThat(found)
            .isInstanceOfSatisfying(
                Verification.Sound.class,
                sound -> assertThat(sound.entries()).isEqualTo(ledger.size()));
      }
    }
  }

  private static S3Config config(String prefix, String secret) {
    return new S3Config(
        URI.create("http://127.0.0.1:" + server.getPort()),
        "us-east-1",
        "ledger",
        prefix,
        "access",
        secret,
        InstantSource.system());
  }

  private static Entry entry(int number) {
    return Entry.of("test.entry", Instant.EPOCH, Map.of("n", number));
  }
}
