package io.assay.mark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Programs from other hands that read what this library writes. */
public final class Tool {
  private Tool() {}

  /** What a program prints, both streams, about a file with these bytes. */
  public static String output(byte[] bytes, String extension, String... command) {
    try {
      Path file = Files.createTempFile("assay", "." + extension);
      try {
        Files.write(file, bytes);
        return run(file, command);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(Path file, String... command) throws IOException {
    String[] line = command.clone();
    for (int i = 0; i < line.length; i++) {
      line[i] = line[i].equals("FILE") ? file.toString() : line[i];
    }
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The complaints of FFmpeg's decoders about a whole file; empty where it decodes cleanly. */
  public static String decodingErrors(byte[] bytes, String extension) {
    return output(bytes, extension, "ffmpeg", "-v", "error", "-i", "FILE", "-f", "null", "-");
  }

  /** Digests of all decoded pictures and samples. */
  public static String decodedDigest(byte[] bytes, String extension) {
    return output(bytes, extension, "ffmpeg", "-v", "error", "-i", "FILE", "-f", "streamhash", "-");
  }
}
