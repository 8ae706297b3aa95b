package io.assay.mark.ffmpeg;

import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;

/**
 * The FFmpeg programs of the bytedeco distribution (LGPL build). A process of its own keeps what a
 * hostile file does to a decoder away from this one, and can be ended.
 */
final class Ffmpeg {
  private static final long LONGEST_MINUTES = 60;
  private static final int MOST_OUTPUT = 64 << 20;
  static final String PROGRAM = Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);
  private static final String PROBE = Loader.load(org.bytedeco.ffmpeg.ffprobe.class);

  private Ffmpeg() {}

  /** Runs FFmpeg; standard output comes back. */
  static byte[] run(List<String> arguments) {
    return run(PROGRAM, arguments);
  }

  /** Runs another build of FFmpeg. */
  static byte[] run(String program, List<String> arguments) {
    List<String> line = new ArrayList<>(List.of(program, "-v", "error", "-nostdin", "-y"));
    line.addAll(arguments);
    return execute(line);
  }

  /** One line for each entry that ffprobe is asked for, in the order of the file. */
  static List<String> probe(String file, String... arguments) {
    List<String> line = new ArrayList<>(List.of(PROBE, "-v", "error"));
    line.addAll(Arrays.asList(arguments));
    line.addAll(List.of("-of", "default=nw=1:nk=1", "-i", file));
    return new String(execute(line), StandardCharsets.UTF_8).lines().toList();
  }

  /** Runs any program; standard output comes back. */
  static byte[] execute(List<String> line) {
    String program = String.valueOf(Path.of(line.getFirst()).getFileName());
    try {
      ProcessBuilder builder = new ProcessBuilder(line);
      Path log = Files.createTempFile("assay", ".log");
      try {
        Process process = builder.redirectError(log.toFile()).start();
        try (InputStream out = process.getInputStream()) {
          process.getOutputStream().close();
          byte[] printed = out.readNBytes(MOST_OUTPUT);
          if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new MarkException(Reason.MALFORMED, program + " failed: " + firstLine(log));
          }
          return printed;
        } finally {
          process.destroyForcibly();
        }
      } finally {
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new MarkException(Reason.IO, program + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MarkException(Reason.IO, program + " was interrupted", e);
    }
  }

  private static String firstLine(Path log) throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8).lines().findFirst().orElse("no message");
  }
}
