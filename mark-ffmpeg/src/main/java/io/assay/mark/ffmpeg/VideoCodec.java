package io.assay.mark.ffmpeg;

import io.assay.mark.container.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture codec that can be written.
 *
 * @param name for people
 * @param encoder FFmpeg's name
 */
record VideoCodec(String name, String encoder, List<String> options) {
  private static final VideoCodec H264 =
      new VideoCodec("H.264", "libopenh264", List.of("-pix_fmt", "yuv420p"));
  private static final VideoCodec VP9 =
      new VideoCodec(
          "VP9", "libvpx-vp9", List.of("-deadline", "good", "-cpu-used", "5", "-row-mt", "1"));
  private static final VideoCodec VP8 =
      new VideoCodec("VP8", "libvpx", List.of("-deadline", "good", "-cpu-used", "5"));
  private static final VideoCodec AV1 =
      new VideoCodec("AV1", "libsvtav1", List.of("-preset", "8", "-pix_fmt", "yuv420p"));
  private static final VideoCodec MPEG4 = new VideoCodec("MPEG-4 part 2", "mpeg4", List.of());

  /** The codec of the original, or the nearest that can be written into the container. */
  static VideoCodec like(String codec, Format container) {
    return switch (codec) {
      case "vp9" -> VP9;
      case "vp8" -> VP8;
      case "av1" -> AV1;
      case "mpeg4" -> MPEG4;
      default -> container == Format.WEBM ? VP9 : H264;
    };
  }

  List<String> arguments(Film film) {
    List<String> arguments = new ArrayList<>(List.of("-c:v", encoder));
    arguments.addAll(options);
    arguments.addAll(List.of("-b:v", Long.toString(film.bitRate())));
    return arguments;
  }
}
