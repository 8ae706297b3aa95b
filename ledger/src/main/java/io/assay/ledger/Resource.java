package io.assay.ledger;

import io.assay.ledger.store.LogSource;
import io.assay.ledger.tree.Tile;
import java.util.Optional;

/**
 * A published file of a log, as a web server should send it (c2sp.org/tlog-tiles): the checkpoint
 * for a few seconds, tiles and bundles for ever.
 *
 * @param contentType the value of Content-Type
 * @param cacheControl the value of Cache-Control
 */
public record Resource(byte[] content, String contentType, String cacheControl) {

  private static final String TEXT = "text/plain; charset=utf-8";

  /** The resource at a path under the log's URL; empty for anything that is not public. */
  public static Optional<Resource> read(LogSource source, String path) {
    if (path.equals("checkpoint")) {
      return source.read(path).map(content -> new Resource(content, TEXT, "max-age=2"));
    }
    if (path.equals("vkey") || path.equals("min-index")) {
      return source.read(path).map(content -> new Resource(content, TEXT, "max-age=60"));
    }
    return Tile.parse(path)
        .flatMap(tile -> source.read(tile.path()))
        .map(
            content ->
                new Resource(
                    content, "application/octet-stream", "public, max-age=31536000, immutable"));
  }
}
