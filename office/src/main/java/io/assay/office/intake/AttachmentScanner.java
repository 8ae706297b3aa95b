package io.assay.office.intake;

import java.util.Optional;

/**
 * Looks for harm in a file before it is kept. Every bean of this type is asked; one that cannot
 * answer throws, and the file is refused. Thread-safe.
 */
public interface AttachmentScanner {

  String name();

  /** What is wrong with the file, or empty. */
  Optional<String> scan(FileKind kind, byte[] bytes);
}
