package io.assay.office.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/** Directory trees that belong to the server. */
final class Directories {
  private Directories() {}

  static Path created(Path directory, String permissions) throws IOException {
    Files.createDirectories(directory);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
    return directory;
  }

  static Path emptied(Path directory) throws IOException {
    if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      delete(directory);
    }
    return Files.createDirectories(directory);
  }

  static void delete(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure)
              throws IOException {
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static void give(Path directory, int uid) throws IOException {
    UserPrincipal owner =
        directory
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(String.valueOf(uid));
    try (var tree = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) tree::iterator) {
        Files.setAttribute(path, "posix:owner", owner, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }
}
