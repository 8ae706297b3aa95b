package io.assay.mark.audio;

import io.assay.mark.Media;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Decodes sounds for which the Java platform has no decoder. Providers are found by {@link
 * ServiceLoader}. Safe for use by many threads.
 */
public interface SoundDecoder {
  /**
   * The sound as one channel of samples from -1 to 1; empty where this decoder does not serve its
   * format.
   *
   * @param rate samples a second of what comes back
   * @param longest a sound that lasts longer is not decoded in part
   * @throws io.assay.mark.MarkException if the file holds no sound that can be decoded, or a longer
   *     one
   */
  Optional<float[]> decode(Media sound, int rate, Duration longest);

  /** The same by the first provider that serves the format; empty where none does. */
  static Optional<float[]> byAny(Media sound, int rate, Duration longest) {
    return ServiceLoader.load(SoundDecoder.class, SoundDecoder.class.getClassLoader()).stream()
        .map(provider -> provider.get().decode(sound, rate, longest))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
