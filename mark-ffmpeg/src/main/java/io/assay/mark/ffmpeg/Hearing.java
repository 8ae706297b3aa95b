package io.assay.mark.ffmpeg;

import io.assay.mark.Media;
import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The beginning of a sound as samples of one channel, at its own rate. */
final class Hearing {
  private static final int SECONDS = 120;

  private Hearing() {}

  static double[] samples(Source mp3) {
    try (Workshop workshop = new Workshop()) {
      return samples(workshop.input(new Media(mp3, Format.MP3)));
    }
  }

  static double[] samples(String file) {
    List<String> line = new ArrayList<>(List.of("-t", Integer.toString(SECONDS), "-i", file));
    line.addAll(List.of("-map", "0:a:0", "-ac", "1", "-f", "f32le", "-"));
    ByteBuffer pcm = ByteBuffer.wrap(Ffmpeg.run(line)).order(ByteOrder.LITTLE_ENDIAN);
    double[] samples = new double[pcm.remaining() / Float.BYTES];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = pcm.getFloat();
    }
    return samples;
  }
}
