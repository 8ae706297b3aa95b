package io.assay.mark.c2pa;

import io.assay.mark.container.Source;
import java.util.List;

/**
 * A sealed movie in parts.
 *
 * @param start the initialisation segment with the manifest
 * @param fragments the media segments, each with its proof
 */
public record FragmentedMovie(Source start, List<Source> fragments) {
  public FragmentedMovie {
    fragments = List.copyOf(fragments);
  }
}
