package io.assay.mark.container;

import java.util.List;
import java.util.Optional;

/**
 * Where one container keeps a C2PA manifest store. A plan depends on the store's length alone, so
 * that a placeholder of equal length can be hashed first and filled afterwards.
 */
public interface StoreSlot {
  /** The manifest store in the file, put together from its pieces. */
  Optional<byte[]> read(Source file);

  /**
   * The runs of the file that its store fills, as a hash leaves them out; empty without a store.
   */
  List<Range> location(Source file);

  /** The edits that put {@code store} into the file in place of any earlier one. */
  StorePlan plan(Source file, byte[] store);
}
