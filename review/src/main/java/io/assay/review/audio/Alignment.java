package io.assay.review.audio;

/**
 * The passage over which a feature laid over a sound agrees best.
 *
 * @param share the share of differing bits, 1 if they hardly overlap
 * @param from the passage's first sub-fingerprint in the sound
 * @param to one past its last
 */
record Alignment(double share, int from, int to) {

  /** The best of the passages that hold a place of the sound. */
  static Alignment around(int at, SubIndex.Laid laid, int[] sound, int passage) {
    int[] feature = laid.subs();
    int shift = laid.shift();
    int length = Math.min(passage, feature.length);
    int start = Math.max(Math.max(0, shift), at - length + 1);
    int end = Math.min(Math.min(sound.length, shift + feature.length), at + length);
    if (end - start < length) {
      return new Alignment(1, start, start);
    }
    int differing = 0;
    int fewest = Integer.MAX_VALUE;
    int best = start;
    for (int i = start; i < end; i++) {
      differing += Integer.bitCount(sound[i] ^ feature[i - shift]);
      if (i - start >= length) {
        int leaving = i - length;
        differing -= Integer.bitCount(sound[leaving] ^ feature[leaving - shift]);
      }
      if (i - start >= length - 1 && differing < fewest) {
        fewest = differing;
        best = i - length + 1;
      }
    }
    return new Alignment(fewest / (32.0 * length), best, best + length);
  }
}
