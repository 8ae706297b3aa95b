package io.assay.office.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

  @ParameterizedTest
  @CsvSource({
    "89504e470d0a1a0a, PNG",
    "ffd8ffe0, JPEG",
    "474946383961, GIF",
    "52494646000000005745425056503820, WEBP",
    "524946460000000057415645, WAV",
    "255044462d312e37, PDF",
    "000000206674797069736f6d, MP4",
    "000000206674797071742020, MP4",
    "000000186674797068656963, HEIC",
    "00000018667479706d696631, HEIC",
    "000000186674797061766966, AVIF",
    "00000018667479704d344120, M4A",
    "49443304, MP3",
    "fffb90, MP3",
    "fff390, MP3",
    "2321414d520a, AMR",
    "706c61696e20776f7264730a, TEXT",
    "e79aaee5bdb1, TEXT"
  })
  void isToldByItsFirstBytes(String start, FileKind kind) {
    assertThat(FileKind.of(HexFormat.of().parseHex(start))).contains(kind);
  }

  /**
   * A program of Windows, a ZIP, a program of Linux, SVG, HTML, AVI, UTF-16, an escape, nothing.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "4d5a90000300",
        "504b0304",
        "7f454c46020101",
        "3c737667206f6e6c6f61643d2778272f3e",
        "3c21444f43545950452068746d6c3e",
        "524946460000000041564920",
        "fffe6100",
        "1b5b33316d",
        ""
      })
  void takesNothingElse(String start) {
    assertThat(FileKind.of(HexFormat.of().parseHex(start))).isEmpty();
  }
}
