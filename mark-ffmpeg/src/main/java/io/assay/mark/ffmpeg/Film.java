package io.assay.mark.ffmpeg;

import io.assay.mark.MarkException;
import java.util.List;

/**
 * What a video file holds.
 *
 * @param codec FFmpeg's name of the picture codec
 * @param bitRate of the pictures, bits a second, estimated where the file does not say
 * @param sounds whether there is sound
 */
record Film(String codec, int width, int height, double seconds, long bitRate, boolean sounds) {
  private static final long MOST_PIXELS = 100_000_000;

  static Film probe(String file) {
    List<String> video = entries(file, "v:0", "stream=codec_name,width,height");
    if (video.size() < 3) {
      throw MarkException.malformed("the video file has no pictures", 0);
    }
    int width = Integer.parseInt(video.get(1));
    int height = Integer.parseInt(video.get(2));
    if ((long) width * height > MOST_PIXELS) {
      throw MarkException.limit("a video of " + width + "x" + height, 0);
    }
    double seconds = number(Ffmpeg.probe(file, "-show_entries", "format=duration"), 0);
    double total = number(Ffmpeg.probe(file, "-show_entries", "format=bit_rate"), 0);
    double own = number(entries(file, "v:0", "stream=bit_rate"), total);
    long bitRate = Math.max((long) own, (long) width * height * 2);
    boolean sounds = !entries(file, "a:0", "stream=codec_name").isEmpty();
    return new Film(video.getFirst(), width, height, seconds, bitRate, sounds);
  }

  private static List<String> entries(String file, String stream, String entries) {
    return Ffmpeg.probe(file, "-select_streams", stream, "-show_entries", entries);
  }

  private static double number(List<String> lines, double otherwise) {
    return lines.stream()
        .filter(line -> line.matches("\\d+(\\.\\d+)?"))
        .mapToDouble(Double::parseDouble)
        .findFirst()
        .orElse(otherwise);
  }
}
