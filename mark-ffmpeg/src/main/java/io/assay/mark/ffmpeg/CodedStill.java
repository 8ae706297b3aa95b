package io.assay.mark.ffmpeg;

import io.assay.mark.MarkException;
import io.assay.mark.bmff.Box;
import io.assay.mark.bmff.BoxPath;
import io.assay.mark.bmff.CodedItem;
import io.assay.mark.container.Source;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;

/** Decodes and encodes one coded picture of a HEIC or AVIF file. */
final class CodedStill {
  private static final int SAMPLE_ENTRY = 78;
  private static final List<String> COLOUR =
      List.of("-color_range", "-colorspace", "-color_trc", "-color_primaries");

  private final Workshop workshop;
  private final StillCodec codec;
  private final PixelFormat format;
  private final List<String> colour;
  private final Planes planes;

  /** Decodes an item. */
  CodedStill(Workshop workshop, CodedItem item) {
    this.workshop = workshop;
    this.codec = StillCodec.of(item.type());
    String name = "coded." + codec.extension();
    workshop.write(name, stream(item));
    List<String> facts =
        Ffmpeg.probe(
            workshop.path(name),
            "-show_entries",
            "stream=pix_fmt,color_range,color_space,color_transfer,color_primaries");
    if (facts.size() < 5) {
      throw MarkException.malformed("the coded picture cannot be read", 0);
    }
    this.format = PixelFormat.of(facts.getFirst());
    this.colour = colour(facts);
    List<String> line = new ArrayList<>(List.of("-i", workshop.path(name), "-frames:v", "1"));
    line.addAll(List.of("-pix_fmt", format.name(), "-f", "rawvideo", workshop.path("planes")));
    Ffmpeg.run(line);
    this.planes =
        new Planes(format, (int) item.width(), (int) item.height(), workshop.read("planes"));
  }

  private byte[] stream(CodedItem item) {
    try {
      return codec.stream(
          item.configuration(codec.setup()), item.data(), (int) item.width(), (int) item.height());
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw MarkException.malformed("the coded picture ends early", 0);
    }
  }

  private static List<String> colour(List<String> facts) {
    List<String> options = new ArrayList<>();
    for (int i = 0; i < COLOUR.size(); i++) {
      if (!facts.get(i + 1).equals("unknown")) {
        options.addAll(List.of(COLOUR.get(i), facts.get(i + 1).replace("gbr", "rgb")));
      }
    }
    return options;
  }

  Planes planes() {
    return planes;
  }

  /** The file with these planes, encoded, as the item. */
  Source encodeInto(CodedItem item) {
    workshop.write("planes", planes.bytes());
    List<String> line = new ArrayList<>(List.of("-f", "rawvideo", "-pix_fmt", format.name()));
    line.addAll(List.of("-s", planes.width() + "x" + planes.height()));
    line.addAll(colour);
    line.addAll(List.of("-i", workshop.path("planes"), "-frames:v", "1"));
    line.addAll(List.of("-c:v", codec.encoder().name(), "-pix_fmt", format.name()));
    line.addAll(codec.encoding());
    line.addAll(colour);
    line.add(workshop.path("coded.mp4"));
    codec.encoder().run(line);
    Source movie = Source.of(workshop.read("coded.mp4"));
    return item.with(codec.setup(), setup(movie), sample(movie));
  }

  private byte[] setup(Source movie) {
    for (Box stsd : BoxPath.find(movie, "/moov/trak/mdia/minf/stbl/stsd")) {
      Box entry = Box.between(movie, stsd.contentAt() + 8, stsd.whole().end(), false).getFirst();
      long from = entry.contentAt() + SAMPLE_ENTRY;
      Box setup =
          Box.first(Box.between(movie, from, entry.whole().end(), false), codec.setup())
              .orElseThrow();
      return movie.bytes(setup.contentAt(), setup.content().length());
    }
    throw new IllegalStateException("FFmpeg wrote no picture");
  }

  private static byte[] sample(Source movie) {
    Box mdat = Box.first(Box.top(movie), "mdat").orElseThrow();
    return movie.bytes(mdat.contentAt(), mdat.content().length());
  }
}
