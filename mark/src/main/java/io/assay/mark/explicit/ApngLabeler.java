package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.MarkException;
import io.assay.mark.Media;
import io.assay.mark.container.Format;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.image.PngChunks;
import io.assay.mark.image.PngChunks.Chunk;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Labels every frame of an animated PNG. Each frame is put together as it is shown and written
 * whole, in its own time.
 */
final class ApngLabeler implements Labeler {
  private static final long MOST_PIXELS = 1_000_000_000;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final Set<String> KEPT =
      Set.of(
          "iCCP", "gAMA", "cHRM", "sRGB", "pHYs", "eXIf", "tEXt", "zTXt", "iTXt", "tIME", "cICP");

  /** A frame as stored; {@code control} is empty for a still that is not part of the animation. */
  private record Stored(byte[] control, byte[] data) {}

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    Source file = media.source();
    List<Chunk> chunks = PngChunks.read(file);
    byte[] header = content(file, chunks.getFirst());
    int width = ByteBuffer.wrap(header).getInt(0);
    int height = ByteBuffer.wrap(header).getInt(4);
    List<Stored> stored = frames(file, chunks);
    Pixels.requireSize(width, height);
    if ((long) width * height * stored.size() > MOST_PIXELS) {
      throw MarkException.limit("an animation of " + stored.size() + " frames this large", 0);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    out.writeBytes(
        PngChunks.build(
            "IHDR",
            ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array()));
    for (Chunk chunk : chunks) {
      if (KEPT.contains(chunk.type()) || chunk.type().equals("acTL")) {
        out.writeBytes(file.bytes(chunk.whole().at(), chunk.whole().length()));
      }
    }
    AppliedLabel applied = animate(file, chunks, stored, new Animation(width, height), label, out);
    out.writeBytes(PngChunks.build("IEND", new byte[0]));
    return new Labeled(new Media(Source.of(out.toByteArray()), Format.PNG), List.of(applied));
  }

  private static AppliedLabel animate(
      Source file,
      List<Chunk> chunks,
      List<Stored> frames,
      Animation animation,
      ExplicitLabel label,
      ByteArrayOutputStream out) {
    PictureLabel drawing = null;
    AppliedLabel.Picture applied = null;
    int sequence = 0;
    for (Stored frame : frames) {
      BufferedImage decoded = decode(file, chunks, frame);
      BufferedImage shown = animation.show(decoded, frame.control());
      if (drawing == null) {
        drawing =
            new PictureLabel(label.texts().corner(), shown, PngLabeler.orientation(file, chunks));
      }
      applied = drawing.draw(shown, frames.size());
      byte[] data = pixels(Pixels.encode("png", shown, null));
      if (frame.control().length > 0) {
        out.writeBytes(control(sequence++, animation, frame.control()));
      }
      if (sequence <= 1) {
        out.writeBytes(PngChunks.build("IDAT", data));
      } else {
        byte[] numbered = ByteBuffer.allocate(data.length + 4).putInt(sequence++).put(data).array();
        out.writeBytes(PngChunks.build("fdAT", numbered));
      }
    }
    if (applied == null) {
      throw MarkException.malformed("an animated PNG without frames", 0);
    }
    return applied;
  }

  private static byte[] control(int sequence, Animation animation, byte[] original) {
    ByteBuffer control = ByteBuffer.allocate(26);
    control.putInt(sequence).putInt(animation.width()).putInt(animation.height());
    control.putInt(0).putInt(0).put(original, 20, 4).put((byte) 0).put((byte) 0);
    return PngChunks.build("fcTL", control.array());
  }

  private static List<Stored> frames(Source file, List<Chunk> chunks) {
    List<Stored> frames = new ArrayList<>();
    byte[] control = {};
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (Chunk chunk : chunks) {
      switch (chunk.type()) {
        case "fcTL" -> {
          if (data.size() > 0) {
            frames.add(new Stored(control, data.toByteArray()));
            data.reset();
          }
          control = content(file, chunk);
          if (control.length != 26) {
            throw MarkException.malformed("fcTL has 26 bytes", chunk.whole().at());
          }
        }
        case "IDAT" -> data.writeBytes(content(file, chunk));
        case "fdAT" -> {
          byte[] numbered = content(file, chunk);
          data.write(numbered, 4, numbered.length - 4);
        }
        default -> {}
      }
    }
    if (data.size() > 0) {
      frames.add(new Stored(control, data.toByteArray()));
    }
    return frames;
  }

  private static byte[] content(Source file, Chunk chunk) {
    Range data = chunk.data();
    return file.bytes(data.at(), data.length());
  }

  private static BufferedImage decode(Source file, List<Chunk> chunks, Stored frame) {
    byte[] header = content(file, chunks.getFirst());
    if (frame.control().length > 0) {
      System.arraycopy(frame.control(), 4, header, 0, 8);
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    png.writeBytes(PngChunks.build("IHDR", header));
    for (String type : List.of("PLTE", "tRNS")) {
      PngChunks.first(chunks, type)
          .ifPresent(c -> png.writeBytes(file.bytes(c.whole().at(), c.whole().length())));
    }
    png.writeBytes(PngChunks.build("IDAT", frame.data()));
    png.writeBytes(PngChunks.build("IEND", new byte[0]));
    return Pixels.decode("png", png.toByteArray()).picture();
  }

  private static byte[] pixels(byte[] encoded) {
    Source png = Source.of(encoded);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (Chunk chunk : PngChunks.read(png)) {
      if (chunk.type().equals("IDAT")) {
        data.writeBytes(content(png, chunk));
      }
    }
    return data.toByteArray();
  }

  /** The canvas that frames are painted on (PNG 3rd edition, 11.3.6). */
  private static final class Animation {
    private static final int CLEAR = 1;
    private static final int RESTORE = 2;
    private final BufferedImage canvas;

    Animation(int width, int height) {
      canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    int width() {
      return canvas.getWidth();
    }

    int height() {
      return canvas.getHeight();
    }

    /**
     * The canvas with this frame on it; afterwards the canvas is as the frame wants to leave it.
     */
    BufferedImage show(BufferedImage frame, byte[] control) {
      if (control.length == 0) {
        return Frames.copy(Pixels.trueColour(frame), width(), height());
      }
      ByteBuffer fields = ByteBuffer.wrap(control);
      int x = fields.getInt(12);
      int y = fields.getInt(16);
      if (x < 0 || y < 0 || x + frame.getWidth() > width() || y + frame.getHeight() > height()) {
        throw MarkException.malformed("an APNG frame passes the edge of its canvas", 0);
      }
      BufferedImage before = Frames.copy(canvas, width(), height());
      Frames.paint(canvas, frame, x, y, control[25] == 0);
      BufferedImage shown = Frames.copy(canvas, width(), height());
      if (control[24] == CLEAR) {
        Frames.clear(canvas, x, y, frame.getWidth(), frame.getHeight());
      } else if (control[24] == RESTORE) {
        Frames.paint(canvas, before, 0, 0, true);
      }
      return shown;
    }
  }
}
