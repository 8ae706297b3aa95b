package io.assay.bench.mark;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** What is marked: pictures of many discs, and films that FFmpeg makes. */
final class Material {
  private static final int DISCS_PER_MEGAPIXEL = 2000;
  private static final int CLIP_SECONDS = 10;

  private Material() {}

  /** A square picture of so many pixels a side. */
  static byte[] picture(String format, int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Random random = new Random(1);
    long discs = DISCS_PER_MEGAPIXEL * (long) side * side / (1 << 20);
    for (long i = 0; i < discs; i++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.fillOval(random.nextInt(side), random.nextInt(side), 80, 80);
    }
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The same bytes as so many files of a folder. */
  static List<Path> copies(Path folder, byte[] bytes, String extension, int count)
      throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      files.add(Files.write(folder.resolve("%05d.%s".formatted(i, extension)), bytes));
    }
    return files;
  }

  /** Two seconds of picture and sound, the header in front. */
  static byte[] clip(Path folder) throws IOException {
    Path clip = folder.resolve("clip.mp4");
    List<String> line = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
    line.addAll(List.of("-f", "lavfi", "-i", "testsrc2=s=640x360:d=2"));
    line.addAll(List.of("-f", "lavfi", "-i", "sine=d=2", "-c:v", "libx264", "-c:a", "aac"));
    line.addAll(List.of("-movflags", "+faststart", clip.toString()));
    Programs.run(line);
    return Files.readAllBytes(clip);
  }

  /** A film of at least so many mebibytes, the header in front, so that every offset moves. */
  static Path film(Path folder, int mebibytes) throws IOException {
    Path clip = folder.resolve("noise.mp4");
    Path film = folder.resolve("film-" + mebibytes + ".mp4");
    List<String> line = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
    line.addAll(
        List.of("-f", "lavfi", "-i", "testsrc2=s=1280x720:d=" + CLIP_SECONDS + ",noise=alls=40"));
    line.addAll(List.of("-c:v", "mpeg4", "-q:v", "2", clip.toString()));
    Programs.run(line);
    long turns = ((long) mebibytes << 20) / Files.size(clip);
    line = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
    line.addAll(List.of("-stream_loop", Long.toString(turns), "-i", clip.toString()));
    line.addAll(List.of("-c", "copy", "-movflags", "+faststart", film.toString()));
    Programs.run(line);
    Files.delete(clip);
    return film;
  }

  /** Takes a folder away with all it holds. */
  static void clear(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
