package io.assay.bench.mark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The other programs of the race, each one process. */
final class Programs {
  private static final String EXIFTOOL_NAMES =
      """
      %Image::ExifTool::UserDefined = (
        'Image::ExifTool::XMP::Main' => {
          TC260 => { SubDirectory => { TagTable => 'Image::ExifTool::UserDefined::TC260' } },
        },
        'Image::ExifTool::QuickTime::Keys' => { AIGC => { Name => 'AIGC' } },
      );
      %Image::ExifTool::UserDefined::TC260 = (
        GROUPS => { 0 => 'XMP', 1 => 'XMP-TC260', 2 => 'Other' },
        NAMESPACE => { 'TC260' => 'http://www.tc260.org.cn/ns/AIGC/1.0/' },
        WRITABLE => 'string',
        AIGC => { },
      );
      1;
      """;

  private Programs() {}

  static String run(List<String> line) {
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(line.getFirst() + " failed: " + printed);
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What exiftool must be told to know the label; its own tables lack it. */
  static Path exiftoolNames(Path folder) throws IOException {
    return Files.writeString(folder.resolve("exiftool.config"), EXIFTOOL_NAMES);
  }

  /** One process of exiftool that writes the label into every file of a folder. */
  static void exiftool(Path names, Path from, Path to, String extension, String json) {
    String tag = extension.equals("mp4") ? "-Keys:AIGC=" : "-XMP-TC260:AIGC=";
    run(
        List.of(
            "exiftool",
            "-config",
            names.toString(),
            "-q",
            "-api",
            "LargeFileSupport=1",
            tag + json,
            "-o",
            to + "/",
            from.toString()));
  }

  /** FFmpeg's stream copy with the label as metadata. */
  static void ffmpeg(Path from, Path to, String json) {
    run(
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-nostdin",
            "-y",
            "-i",
            from.toString(),
            "-map",
            "0",
            "-c",
            "copy",
            "-movflags",
            "+faststart+use_metadata_tags",
            "-metadata",
            "AIGC=" + json,
            to.toString()));
  }

  /** A Java process of its own with this class path. */
  static String java(List<String> options, Class<?> main, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    line.addAll(List.of(arguments));
    return run(line);
  }
}
