package io.assay.mark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs from other hands read in the files that this library writes. */
class ForeignReaderTest {
  private static byte[] marked(String name) {
    return Marker.standard().mark(Golden.media(name), Golden.implicit()).bytes();
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "sample.jpg, XMP-TC260:Aigc", "sample.png, XMP-TC260:Aigc", "sample.webp, XMP-TC260:Aigc",
    "animated.png, XMP-TC260:Aigc", "animated.webp, XMP-TC260:Aigc",
        "sample.mp3, ID3v2_4:UserDefinedText",
    "sample.gif, XMP-TC260:Aigc", "sample.tif, XMP-TC260:Aigc",
        "sample.svg, XMP-TC260:SvgMetadataAigc",
    "sample.flac, Vorbis:Aigc", "sample.ogg, Vorbis:Aigc", "sample.opus, Vorbis:Aigc",
    "sample.mkv, Matroska:Aigc", "sample.webm, Matroska:Aigc", "sample.flv, Flash:Aigc",
    "sample.mp4, Keys:AIGC", "sample.mov, Keys:AIGC",
    "sample.m4a, Keys:AIGC", "sample.heic, XMP-TC260:Aigc", "sample.avif, XMP-TC260:Aigc",
    "sample.jxl, XMP-TC260:Aigc", "sample.pdf, PDF:AIGC", "sample.html, HTML:Aigc"
  })
  void exiftoolReadsTheRecord(String name, String tag) {
    String printed =
        Tool.output(
            marked(name),
            extension(name),
            "exiftool",
            "-ee",
            "-s",
            "-G1",
            "-j",
            "-a",
            "-" + tag,
            "FILE");
    assertThat(printed.replace("\\\"", "\"")).contains(Golden.LABEL.json());
  }

  @ParameterizedTest
  @CsvSource({
    "sample.mp3, format",
    "sample.flac, format",
    "sample.ogg, stream",
    "sample.opus, stream",
    "sample.mkv, format",
    "sample.webm, format",
    "sample.flv, format"
  })
  void ffprobeReadsTheRecord(String name, String level) {
    String printed =
        Tool.output(
            marked(name),
            extension(name),
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            level + "_tags=AIGC",
            "-of",
            "default=nw=1:nk=1",
            "FILE");
    assertThat(printed.strip()).isEqualTo(Golden.LABEL.json());
  }

  @ParameterizedTest
  @CsvSource({
    "sample.jpg",
    "sample.png",
    "animated.png",
    "sample.webp",
    "sample.wav",
    "sample.rf64.wav",
    "sample.avi",
    "sample.mp3"
  })
  void ffmpegDecodesTheSameContent(String name) {
    byte[] marked = marked(name);
    assertThat(Tool.decodingErrors(marked, extension(name))).isEmpty();
    assertThat(Tool.decodedDigest(marked, extension(name)))
        .isEqualTo(Tool.decodedDigest(Golden.bytes(name), extension(name)));
  }
}
