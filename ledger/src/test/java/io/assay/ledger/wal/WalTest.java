package io.assay.ledger.wal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.ledger.LedgerException;
import io.assay.ledger.LedgerException.Reason;
import io.assay.ledger.disk.CrashingDisk;
import io.assay.ledger.disk.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalTest {

  private static final WalSettings SMALL = new WalSettings(1 << 17, 64);
  private static final Path WAL = Path.of("/wal");

  @TempDir Path directory;

  @Test
  void aTailTornAnywhereInTheLastBatchIsDropped() throws Exception {
    List<byte[]> forced = write(directory, 5);
    Path segment = lastSegment();
    byte[] intact = Files.readAllBytes(segment);
    int end = endOfFrames(intact, 5);
    SegmentHeader header = SegmentHeader.decode(Arrays.copyOf(intact, 256)).orElseThrow();
    ByteBuffer batch = ByteBuffer.allocate(200);
    new Frame(5, 5, new byte[40]).putInto(batch, header);
    new Frame(6, 5, new byte[40]).putInto(batch, header);
    byte[] torn = intact.clone();
    System.arraycopy(batch.array(), 0, torn, end, batch.position());
    for (int at = end; at < end + batch.position(); at += 3) {
      byte[] damaged = torn.clone();
      damaged[at] ^= 0x40;
      Files.write(segment, damaged);
      assertThat(recovered()).as("damaged at %d", at).startsWith(forced.toArray(new byte[0][]));
    }
  }

  @Test
  void damageBeforeTheSealIsCorruption_atEveryByte() throws Exception {
    write(directory, 3);
    Path segment = lastSegment();
    byte[] intact = Files.readAllBytes(segment);
    int end = endOfFrames(intact, 3);
    for (int at = SegmentHeader.BYTES; at < end; at += 2) {
      byte[] damaged = intact.clone();
      damaged[at] ^= 1;
      Files.write(segment, damaged);
      int place = at;
      assertThatThrownBy(() -> Recovery.of(Disk.real(), directory, "shard", 0))
          .as("damaged at %d", place)
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void aFailedForceIsFatal_andOpeningAnewLosesNothingAcknowledged() throws Exception {
    CrashingDisk disk = new CrashingDisk(1);
    try (Wal wal = Wal.open(disk, WAL, "shard", SMALL)) {
      wal.append(new byte[] {1}).durable().get();
      disk.failNextForce();
      WalTicket ticket = wal.append(new byte[] {2});
      assertThatThrownBy(() -> ticket.durable().get())
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("Input/output error");
      assertThatThrownBy(() -> wal.append(new byte[] {3}))
          .isInstanceOfSatisfying(
              LedgerException.class,
              refused -> assertThat(refused.reason()).isEqualTo(Reason.POISONED));
    }
    assertThat(read(disk, WAL)).containsExactly(new byte[] {1});
  }

  @Test
  void refusesWhileTheDiskIsFull_andGoesOnOnceItIsNot() throws Exception {
    CrashingDisk disk = new CrashingDisk(2);
    List<byte[]> accepted = new ArrayList<>();
    try (Wal wal = Wal.open(disk, WAL, "shard", SMALL)) {
      disk.leaveRoom(1000);
      assertThatThrownBy(
              () -> {
                while (true) {
                  byte[] record = new byte[10_000];
                  record[0] = (byte) accepted.size();
                  wal.append(record).durable().get();
                  accepted.add(record);
                }
              })
          .isInstanceOfSatisfying(
              LedgerException.class,
              refused -> assertThat(refused.reason()).isEqualTo(Reason.DISK_FULL));
      assertThat(accepted).hasSizeGreaterThan(10);
      disk.leaveRoom(1 << 20);
      boolean again = false;
      while (!again) {
        try {
          byte[] record = new byte[10_000];
          wal.append(record).durable().get();
          accepted.add(record);
          again = true;
        } catch (LedgerException stillFull) {
          Thread.sleep(50);
        }
      }
    }
    assertThat(read(disk, WAL)).hasSize(accepted.size());
  }

  @Test
  void aWriterThatWasReplacedIsFencedOff_evenWithoutALock() throws Exception {
    CrashingDisk disk = new CrashingDisk(3);
    Wal old = Wal.open(disk, WAL, "shard", SMALL);
    old.append(new byte[] {1}).durable().get();
    try (Wal young = Wal.open(disk, WAL, "shard", SMALL)) {
      WalTicket late = old.append(new byte[] {2});
      assertThatThrownBy(() -> late.durable().get()).hasMessageContaining("epoch 2");
      young.append(new byte[] {3}).durable().get();
    }
    old.close();
    assertThat(read(disk, WAL)).containsExactly(new byte[] {1}, new byte[] {3});
  }

  @Test
  void refusesASegmentOfAnotherShard() throws Exception {
    write(directory, 1);
    assertThatThrownBy(() -> Wal.open(Disk.real(), directory, "other", SMALL))
        .hasMessageContaining("belongs to shard shard");
  }

  @Test
  void refusesAMissingSegmentInTheMiddle() throws Exception {
    for (int run = 0; run < 3; run++) {
      write(directory, 2);
    }
    Files.delete(segments().get(1));
    assertThatThrownBy(() -> Wal.open(Disk.real(), directory, "shard", SMALL))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("missing");
  }

  private List<byte[]> recovered() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      Path copy = Files.createTempDirectory("wal");
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
      return read(Disk.real(), copy);
    }
  }

  private static List<byte[]> read(Disk disk, Path directory) throws IOException {
    List<byte[]> records = new ArrayList<>();
    try (Wal wal = Wal.open(disk, directory, "shard", SMALL);
        WalCursor cursor = wal.cursor(0)) {
      for (Optional<byte[]> next = cursor.next(); next.isPresent(); next = cursor.next()) {
        records.add(next.get());
      }
    }
    return records;
  }

  private static List<byte[]> write(Path directory, int count) throws Exception {
    List<byte[]> records = new ArrayList<>();
    try (Wal wal = Wal.open(Disk.real(), directory, "shard", SMALL)) {
      for (int i = 0; i < count; i++) {
        byte[] record = new byte[20 + i];
        records.add(record);
        wal.append(record).durable().get();
      }
    }
    return records;
  }

  private static int endOfFrames(byte[] segment, int count) {
    int at = SegmentHeader.BYTES;
    for (int i = 0; i < count; i++) {
      at += Frame.HEADER_BYTES + ByteBuffer.wrap(segment).getInt(at);
    }
    return at;
  }

  private Path lastSegment() throws IOException {
    List<Path> segments = segments();
    return segments.get(segments.size() - 1);
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".wal")).sorted().toList();
    }
  }
}
