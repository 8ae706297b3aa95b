package io.assay.review.pool;

import io.assay.review.Pool;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The pool that a new installation starts with: wording that is lawful and decent to publish.
 *
 * <p>It is a beginning, not a keyword library: it holds no political word lists, no slurs, nothing
 * explicit and nothing sexual about minors, falls short of the counts of GB/T 45654-2025 in most
 * risks, and no second person of the operator has approved it. The operator brings its own lists
 * for the rest.
 */
public final class StarterPool {

  /** The version of the shipped pool. */
  public static final String VERSION = "starter-1";

  /** A phrase that occurs nowhere else and is always blocked, for tests and demonstrations. */
  public static final String CHINESE_MARKER = "阿赛违禁测试词";

  /** A phrase that occurs nowhere else and is always blocked, for tests and demonstrations. */
  public static final String ENGLISH_MARKER = "assay-blocked-test-marker";

  private StarterPool() {}

  /** Reads the shipped pool. */
  public static Pool load() {
    try (InputStream in =
            Objects.requireNonNull(StarterPool.class.getResourceAsStream("starter-pool.csv"));
        InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return Pool.of(VERSION, PoolCsv.read(text).orThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
