package io.assay.gateway.content;

import io.assay.gateway.Duty;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.http.Inbound;
import io.assay.gateway.http.Refusal;
import io.assay.gateway.label.LabelledMedia;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * Labelled files that a caller fetches by an address nobody can guess, for a limited time, and not
 * while their content is contained (Art. 10). Thread-safe.
 */
@Duty("DS-10")
public final class ContentStore {
  public static final String PATH = "/content/";
  private static final Pattern NAME =
      Pattern.compile("([0-9A-Za-z-]{1,64})\\.[0-9a-f]{48}\\.(png|jpg)");

  private static final Duration SWEEP = Duration.ofMinutes(1);

  private final Path folder;
  private final String publicUrl;
  private final Duration life;
  private final Snapshots snapshots;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

  /** {@code publicUrl} is where callers reach this gateway; empty to take what the caller used. */
  public ContentStore(
      Path folder, String publicUrl, Duration life, Snapshots snapshots, InstantSource clock) {
    this.folder = folder;
    this.publicUrl = publicUrl;
    this.life = life;
    this.snapshots = snapshots;
    this.clock = clock;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + folder, e);
    }
  }

  /** Keeps a labelled file and gives its address, which begins with its content number. */
  public String put(LabelledMedia labelled, Inbound inbound) {
    var secret = new byte[24];
    random.nextBytes(secret);
    var number = labelled.content().produceId();
    var type = labelled.bytes()[0] == (byte) 0xff ? "jpg" : "png";
    var name = number + "." + HexFormat.of().formatHex(secret) + "." + type;
    try {
      var partial = Files.createTempFile(folder, "new-", ".part");
      Files.write(partial, labelled.bytes());
      Files.move(partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      removeExpired();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + name + " in " + folder, e);
    }
    var base =
        publicUrl.isEmpty()
            ? "http://" + inbound.header("Host").orElse("localhost")
            : publicUrl.replaceAll("/+$", "");
    return base + PATH + name;
  }

  /** Answers {@code GET /content/{name}}. */
  public void answer(Inbound inbound) {
    var name = NAME.matcher(inbound.path().substring(PATH.length()));
    var file = name.matches() ? find(name.group()) : Optional.<byte[]>empty();
    if (file.isEmpty()) {
      Refusal.notFound(inbound.path()).send(inbound);
      return;
    }
    var refusal = refusal(name.group(1));
    if (refusal.isPresent()) {
      refusal.get().send(inbound);
      return;
    }
    inbound.send(
        200,
        name.group(2).equals("jpg") ? "image/jpeg" : "image/png",
        Map.of("Cache-Control", "private, no-cache", "X-Content-Type-Options", "nosniff"),
        file.get());
  }

  private Optional<Refusal> refusal(String number) {
    return snapshots
        .current()
        .map(now -> Optional.of(Refusal.contained(number)).filter(it -> now.contains(number)))
        .orElseGet(() -> Optional.of(Refusal.closed()));
  }

  private Optional<byte[]> find(String name) {
    var file = folder.resolve(name);
    try {
      return Files.exists(file) && !expired(file)
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private boolean expired(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant().plus(life).isBefore(clock.instant());
  }

  private void removeExpired() throws IOException {
    var now = clock.instant();
    var last = swept.get();
    if (last.plus(SWEEP).isAfter(now) || !swept.compareAndSet(last, now)) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        if (expired(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
