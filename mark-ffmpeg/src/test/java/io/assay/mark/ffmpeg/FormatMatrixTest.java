package io.assay.mark.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.AppliedLabel;
import io.assay.mark.Golden;
import io.assay.mark.MarkException;
import io.assay.mark.Marked;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.Tool;
import io.assay.mark.c2pa.C2pa;
import io.assay.mark.container.Format;
import io.assay.mark.explicit.Labelers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What holds for every format, as the table in {@code docs/formats.md}. Set {@code ASSAY_WRITE} to
 * write the table anew.
 */
class FormatMatrixTest {
  private static final Path PAGE = Path.of("../docs/formats.md");
  private static final String BEGIN = "<!-- table -->\n";
  private static final String END = "<!-- /table -->\n";
  private static final Set<String> ONE_IS_ENOUGH =
      Set.of("animated.png", "animated.webp", "sample.gltf", "sample.rf64.wav", "sample.opus");
  private static final Set<Format.Kind> DECODED =
      Set.of(Format.Kind.IMAGE, Format.Kind.AUDIO, Format.Kind.VIDEO);
  private static final Set<String> NO_DECODER =
      Set.of("sample.svg", "sample.heic", "sample.avif", "sample.jxl", "animated.webp");

  private static final Set<Format> OFFICE = Set.of(Format.DOCX, Format.XLSX, Format.PPTX);

  @Test
  void theTableOfFormatsIsTrue() throws IOException {
    StringBuilder table =
        new StringBuilder(
            "| Sample | Label for people | AIGC record stands in | Read by | Decodes the same | C2PA"
                + " |\n|---|---|---|---|---|---|\n");
    for (String name : Golden.CARRIERS) {
      if (!ONE_IS_ENOUGH.contains(name)) {
        table.append(row(name));
      }
    }
    String page = Files.readString(PAGE);
    if (System.getenv("ASSAY_WRITE") != null) {
      int from = page.indexOf(BEGIN) + BEGIN.length();
      page = page.substring(0, from) + table + page.substring(page.indexOf(END));
      Files.writeString(PAGE, page);
    }
    assertThat(page).contains(BEGIN + table + END);
  }

  private static String row(String name) {
    Media media = Golden.media(name);
    Marked marked = Marker.standard().mark(media, Golden.implicit());
    byte[] bytes = marked.bytes();
    String place = ((AppliedLabel.Metadata) marked.labels().getFirst()).place();
    return "| %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            media.format(),
            explicit(media.format()),
            place,
            OFFICE.contains(media.format()) ? "Apache POI" : readers(bytes, Golden.extension(name)),
            decodes(name, media.format(), bytes),
            C2pa.embeds(media.format()) ? "in the file" : "beside it");
  }

  private static String explicit(Format format) {
    try {
      boolean own = Labelers.of(format).getClass().getPackageName().endsWith(".explicit");
      return own ? "yes" : "yes, with FFmpeg";
    } catch (MarkException e) {
      return "no";
    }
  }

  private static String readers(byte[] bytes, String extension) {
    List<String> readers = new ArrayList<>();
    String[][] tools = {
      {"exiftool", "-ee", "-a", "-json", "FILE"},
      {"ffprobe", "-v", "error", "-show_format", "-show_streams", "-of", "json", "FILE"},
      {"mediainfo", "FILE"}
    };
    for (String[] tool : tools) {
      String printed = Tool.output(bytes, extension, tool).replace("\\\"", "\"");
      if (printed.contains(Golden.LABEL.json())) {
        readers.add(tool[0]);
      }
    }
    return readers.isEmpty() ? "Assay alone" : String.join(", ", readers);
  }

  private static String decodes(String name, Format format, byte[] bytes) {
    if (!DECODED.contains(format.kind()) || NO_DECODER.contains(name)) {
      return "not compared";
    }
    String extension = Golden.extension(name);
    assertThat(Tool.decodedDigest(bytes, extension))
        .as(name)
        .isEqualTo(Tool.decodedDigest(Golden.bytes(name), extension));
    return "yes";
  }
}
