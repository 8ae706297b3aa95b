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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @TempDir Path folder;

  @Test
  void theTableOfFormatsIsTrue() throws IOException {
    StringBuilder table =
        new StringBuilder(
            "| Sample | Label for people | AIGC record stands in | Read by | Decodes the same | C2PA"
                + " |\n|---|---|---|---|---|---|\n");
    Map<String, Marked> all = new LinkedHashMap<>();
    for (String name : Golden.CARRIERS) {
      if (!ONE_IS_ENOUGH.contains(name)) {
        all.put(name, Marker.standard().mark(Golden.media(name), Golden.implicit()));
      }
    }
    Map<String, String> exiftool = readByExiftool(all);
    all.forEach((name, marked) -> table.append(row(name, marked, exiftool.getOrDefault(name, ""))));
    String page = Files.readString(PAGE);
    if (System.getenv("ASSAY_WRITE") != null) {
      int from = page.indexOf(BEGIN) + BEGIN.length();
      page = page.substring(0, from) + table + page.substring(page.indexOf(END));
      Files.writeString(PAGE, page);
    }
    assertThat(page).contains(BEGIN + table + END);
  }

  /** What exiftool prints of each file, all read by one process. */
  private Map<String, String> readByExiftool(Map<String, Marked> all) throws IOException {
    for (Map.Entry<String, Marked> each : all.entrySet()) {
      Files.write(folder.resolve(each.getKey()), each.getValue().bytes());
    }
    List<String> line = new ArrayList<>(List.of("exiftool", "-q", "-ee", "-a", "-json"));
    all.keySet().forEach(name -> line.add(folder.resolve(name).toString()));
    String printed = Tool.output(new byte[0], "list", line.toArray(new String[0]));
    Map<String, String> found = new LinkedHashMap<>();
    for (String part : printed.split("\\{\\s*\"SourceFile\": ", -1)) {
      all.keySet().stream()
          .filter(name -> part.startsWith("\"" + folder.resolve(name) + "\""))
          .forEach(name -> found.put(name, part));
    }
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(all.keySet());
    return found;
  }

  private static String row(String name, Marked marked, String exiftool) {
    Media media = Golden.media(name);
    byte[] bytes = marked.bytes();
    String place = ((AppliedLabel.Metadata) marked.labels().getFirst()).place();
    return "| %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            media.format(),
            explicit(media.format()),
            place,
            OFFICE.contains(media.format())
                ? "Apache POI"
                : readers(bytes, Golden.extension(name), exiftool),
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

  private static String readers(byte[] bytes, String extension, String exiftool) {
    List<String> readers = new ArrayList<>();
    addIfSeen(readers, "exiftool", exiftool);
    addIfSeen(
        readers,
        "ffprobe",
        Tool.output(
            bytes,
            extension,
            "ffprobe",
            "-v",
            "error",
            "-show_format",
            "-show_streams",
            "-of",
            "json",
            "FILE"));
    addIfSeen(readers, "mediainfo", Tool.output(bytes, extension, "mediainfo", "FILE"));
    return readers.isEmpty() ? "Assay alone" : String.join(", ", readers);
  }

  private static void addIfSeen(List<String> readers, String tool, String printed) {
    if (printed.replace("\\\"", "\"").contains(Golden.LABEL.json())) {
      readers.add(tool);
    }
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
