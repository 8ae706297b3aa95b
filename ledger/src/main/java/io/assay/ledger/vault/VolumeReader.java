package io.assay.ledger.vault;

import io.assay.ledger.disk.Disk;
import io.assay.ledger.wal.WalArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds ciphertexts in volumes, whoever writes to them. An index is believed when it leads to the
 * record; that there is none is believed only of an index whose checksum holds. Thread-safe.
 */
final class VolumeReader {

  private final Disk disk;
  private final Set<Path> sound = ConcurrentHashMap.newKeySet();

  VolumeReader(Disk disk) {
    this.disk = disk;
  }

  /** The ciphertext of a name in the volume that lies in a directory, if it is there. */
  Optional<byte[]> find(Path directory, byte[] name) throws IOException {
    WalArchive log = WalArchive.of(disk, directory, Volume.LOG);
    for (int segment = log.segments() - 1; segment >= 0; segment--) {
      Optional<byte[]> record = find(log, segment, name);
      if (record.isPresent()) {
        return record.map(found -> Arrays.copyOfRange(found, Volume.NAME_BYTES, found.length));
      }
    }
    return Optional.empty();
  }

  private Optional<byte[]> find(WalArchive log, int segment, byte[] name) throws IOException {
    Path index = NameIndex.of(log.path(segment));
    if (disk.exists(index)) {
      OptionalLong position = NameIndex.find(disk, index, name);
      if (position.isEmpty() && isSound(index)) {
        return Optional.empty();
      }
      if (position.isPresent()) {
        Optional<byte[]> record =
            log.at(segment, position.getAsLong()).filter(found -> bears(found, name));
        if (record.isPresent()) {
          return record;
        }
      }
    }
    List<byte[]> found = new ArrayList<>();
    log.read(
        segment,
        (position, record) -> {
          if (bears(record, name)) {
            found.add(record);
          }
        });
    return found.stream().reduce((earlier, later) -> later);
  }

  private boolean isSound(Path index) throws IOException {
    if (!sound.contains(index)) {
      if (!NameIndex.isSound(disk, index)) {
        return false;
      }
      sound.add(index);
    }
    return true;
  }

  private static boolean bears(byte[] record, byte[] name) {
    return record.length > Volume.NAME_BYTES
        && Arrays.equals(record, 0, Volume.NAME_BYTES, name, 0, Volume.NAME_BYTES);
  }
}
