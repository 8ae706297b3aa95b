package io.assay.bench.mark;

import io.assay.mark.Marker;
import io.assay.mark.c2pa.DevelopmentPki;
import io.assay.mark.provenance.C2paSeal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What memory marking takes as a film grows: the label alone, and with a C2PA seal.
 *
 * <p>Arguments: a folder, and the lengths in mebibytes. Every measurement is a process with a heap
 * of 48 MiB.
 */
public final class FlatMemory {
  private static final String ONE = "one";

  private FlatMemory() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals(ONE)) {
      one(Path.of(arguments[1]), Path.of(arguments[2]), arguments[3].equals("sealed"));
      return;
    }
    System.out.println("| MiB | | s | peak heap MiB | peak RSS MiB |\n|---|---|---|---|---|");
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "assay-memory");
    Path film = folder.resolve("film.mp4");
    Path out = folder.resolve("out.mp4");
    try {
      Files.move(Material.film(folder, 16), film, StandardCopyOption.REPLACE_EXISTING);
      for (int i = 1; i < arguments.length; i++) {
        long length = Long.parseLong(arguments[i]) << 20;
        grow(film, length);
        for (String kind : List.of("labelled", "sealed")) {
          long start = System.nanoTime();
          String peaks =
              Programs.java(
                  List.of("-Xmx48m"), FlatMemory.class, ONE, film.toString(), out.toString(), kind);
          System.out.printf(
              "| %s | %s | %.1f | %s |%n",
              arguments[i], kind, (System.nanoTime() - start) / 1e9, peaks.strip());
          Files.delete(out);
        }
      }
    } finally {
      Material.clear(folder);
    }
  }

  /** Adds an {@code mdat} box of random bytes until the film is as long as asked. */
  private static void grow(Path film, long length) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(film.toFile(), "rw")) {
      long box = length - file.length();
      if (box < 16) {
        return;
      }
      file.seek(file.length());
      file.writeInt(1);
      file.writeBytes("mdat");
      file.writeLong(box);
      byte[] noise = new byte[1 << 20];
      new Random(1).nextBytes(noise);
      for (long left = box - 16; left > 0; left -= noise.length) {
        file.write(noise, 0, (int) Math.min(noise.length, left));
      }
    }
  }

  private static void one(Path film, Path out, boolean sealed) throws IOException {
    Marker marker = Marker.standard();
    if (sealed) {
      Path keys = out.resolveSibling("keys");
      DevelopmentPki pki = DevelopmentPki.openOrCreate(keys, InstantSource.system());
      marker = marker.withSeal(new C2paSeal(pki.signer(), Optional.empty()));
    }
    marker.mark(film, out, MarkFolder.REQUEST);
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    String resident =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .map(line -> line.replaceAll("\\D", ""))
            .findFirst()
            .orElse("0");
    System.out.printf("%d | %d", heap >> 20, Long.parseLong(resident) >> 10);
  }
}
