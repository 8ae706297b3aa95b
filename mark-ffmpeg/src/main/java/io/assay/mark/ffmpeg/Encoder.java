package io.assay.mark.ffmpeg;

import io.assay.mark.MarkException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An encoder and the FFmpeg program that has it: the distribution of this module, else the one that
 * the machine has installed.
 *
 * @param name FFmpeg's
 */
record Encoder(String name, String program) {
  private static final String INSTALLED = "ffmpeg";
  private static final Map<String, Optional<Encoder>> FOUND = new ConcurrentHashMap<>();

  static Encoder named(String name) {
    return FOUND
        .computeIfAbsent(name, Encoder::find)
        .orElseThrow(
            () ->
                MarkException.unsupported(
                    "the label needs an ffmpeg with "
                        + name
                        + "; install one (Debian: apt install ffmpeg), or label the user"
                        + " interface"));
  }

  private static Optional<Encoder> find(String name) {
    return List.of(Ffmpeg.PROGRAM, INSTALLED).stream()
        .filter(program -> has(program, name))
        .map(program -> new Encoder(name, program))
        .findFirst();
  }

  private static boolean has(String program, String name) {
    try {
      byte[] printed = Ffmpeg.run(program, List.of("-encoders"));
      return new String(printed, StandardCharsets.UTF_8).contains(" " + name + " ");
    } catch (MarkException e) {
      return false;
    }
  }

  byte[] run(List<String> arguments) {
    return Ffmpeg.run(program, arguments);
  }
}
