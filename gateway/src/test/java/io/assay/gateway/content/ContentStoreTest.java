package io.assay.gateway.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.gateway.Calls;
import io.assay.gateway.Calls.Call;
import io.assay.gateway.access.Snapshot;
import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.access.Standing;
import io.assay.gateway.journal.ContentRecord;
import io.assay.gateway.label.LabelledMedia;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {
  private static final String EXCHANGE = "019aa8a5-0000-7000-8000-123456789012";
  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G'};

  @TempDir Path folder;
  private volatile Set<String> contained = Set.of();
  private volatile long version = 1;
  private volatile boolean reachable = true;

  /** Registers in which numbers are contained as the test says. */
  private final class Registers implements SnapshotSource {
    @Override
    public long version() {
      if (!reachable) {
        throw new IllegalStateException("out of reach");
      }
      return version;
    }

    @Override
    public Snapshot read() {
      var given = Calls.registers(new Standing.Good()).read();
      return new Snapshot(
          version(),
          given.keysBySha256(),
          given.standings(),
          given.pool(),
          given.releases(),
          given.reminding(),
          contained);
    }
  }

  private static String path(String address) {
    return address.substring(address.indexOf(ContentStore.PATH));
  }

  private static Call get(ContentStore store, String path) {
    var call = new Call(path, "", "");
    store.answer(call);
    return call;
  }

  private ContentStore store(Snapshots snapshots) {
    return new ContentStore(
        folder, "https://gateway", Duration.ofHours(1), snapshots, InstantSource.system());
  }

  private static String put(ContentStore store, String number) {
    var media = new LabelledMedia(PICTURE, List.of(), new ContentRecord(number, "", ""));
    return path(store.put(media, new Call("/", "", "")));
  }

  private void contain(Snapshots snapshots, String... numbers) {
    contained = Set.of(numbers);
    long next = version + 1;
    version = next;
    snapshots.refresh();
  }

  @Test
  void whatIsContained_isNotServed_andIsServedAgainOnceItIsNot() {
    try (var snapshots = new Snapshots(new Registers(), Duration.ofMinutes(1), taken -> {})) {
      var store = store(snapshots);
      var one = put(store, EXCHANGE);
      var other = put(store, "019aa8a5-0000-7000-8000-00000000000a");
      assertThat(get(store, one).status()).isEqualTo(200);
      contain(snapshots, EXCHANGE);
      var refused = get(store, one);
      assertThat(refused.status()).isEqualTo(410);
      assertThat(refused.json().at("/error/code").asString()).isEqualTo("content_contained");
      assertThat(refused.replyHeaders()).containsEntry("Cache-Control", "no-store");
      assertThat(get(store, other).status()).isEqualTo(200);
      contain(snapshots);
      assertThat(get(store, one).status()).isEqualTo(200);
    }
  }

  @Test
  void oneOfSeveralPictures_isContainedAlone_orWithItsExchange() {
    try (var snapshots = new Snapshots(new Registers(), Duration.ofMinutes(1), taken -> {})) {
      var store = store(snapshots);
      var first = put(store, EXCHANGE + "-1");
      var second = put(store, EXCHANGE + "-2");
      contain(snapshots, EXCHANGE + "-2");
      assertThat(get(store, first).status()).isEqualTo(200);
      assertThat(get(store, second).status()).isEqualTo(410);
      contain(snapshots, EXCHANGE);
      assertThat(get(store, first).status()).isEqualTo(410);
    }
  }

  @Test
  void nothingIsServed_whileNobodyCanTellWhatIsContained() throws InterruptedException {
    try (var snapshots = new Snapshots(new Registers(), Duration.ofMillis(1), taken -> {})) {
      var store = store(snapshots);
      var address = put(store, EXCHANGE);
      reachable = false;
      Thread.sleep(20);
      assertThat(get(store, address).status()).isEqualTo(503);
    }
  }

  @Test
  void anAddressUnderAnotherNumber_isUnknown() {
    try (var snapshots = new Snapshots(new Registers(), Duration.ofMinutes(1), taken -> {})) {
      var store = store(snapshots);
      var address = put(store, EXCHANGE);
      assertThat(get(store, address.replace(EXCHANGE, "other")).status()).isEqualTo(404);
      assertThat(get(store, ContentStore.PATH + "../" + EXCHANGE).status()).isEqualTo(404);
      assertThat(get(store, ContentStore.PATH).status()).isEqualTo(404);
    }
  }
}
