package io.assay.mark.explicit;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.MarkException;
import io.assay.mark.MarkException.Reason;
import io.assay.mark.Media;
import io.assay.mark.container.Format;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.image.GifBlocks;
import io.assay.mark.image.GifBlocks.Block;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Labels every frame of a GIF. Each frame is put together as it is shown and written whole, in its
 * own time; loops and other application extensions stay.
 */
final class GifLabeler implements Labeler {
  private static final long MOST_PIXELS = 1_000_000_000;
  private static final int TO_BACKGROUND = 2;
  private static final int TO_PREVIOUS = 3;
  private static final int GRAPHIC_CONTROL = 0xf9;

  /** Where a frame stands on the canvas, and how long and how it leaves. */
  private record Slot(int x, int y, int disposal, int delay) {}

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    Source file = media.source();
    GifBlocks blocks = GifBlocks.read(file);
    List<Slot> slots = slots(file, blocks);
    int width = file.u16le(6);
    int height = file.u16le(8);
    Pixels.requireSize(width, height);
    if ((long) width * height * slots.size() > MOST_PIXELS) {
      throw MarkException.limit("an animation of " + slots.size() + " frames this large", 0);
    }
    GifFile out = new GifFile(width, height);
    for (Block block : blocks.all()) {
      if (block.label() == GifBlocks.APPLICATION && !isC2pa(file, block)) {
        Range whole = block.whole();
        out.extension(file.bytes(whole.at(), whole.length()));
      }
    }
    AppliedLabel applied =
        animate(
            file, label, slots, new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), out);
    return new Labeled(new Media(Source.of(out.bytes()), Format.GIF), List.of(applied));
  }

  private static boolean isC2pa(Source file, Block block) {
    return GifBlocks.isApplication(file, block, "C2PA_GIF");
  }

  private static AppliedLabel animate(
      Source file, ExplicitLabel label, List<Slot> slots, BufferedImage canvas, GifFile out) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    PictureLabel drawing = null;
    AppliedLabel applied = null;
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes()))) {
      reader.setInput(in, false, true);
      for (int i = 0; i < slots.size(); i++) {
        Slot slot = slots.get(i);
        BufferedImage frame = reader.read(i);
        BufferedImage before = Frames.copy(canvas, canvas.getWidth(), canvas.getHeight());
        Frames.paint(canvas, frame, slot.x(), slot.y(), false);
        BufferedImage shown = Frames.copy(canvas, canvas.getWidth(), canvas.getHeight());
        if (drawing == null) {
          drawing = new PictureLabel(label.texts().corner(), shown, Orientation.UPRIGHT);
        }
        applied = drawing.draw(shown, slots.size());
        out.frame(Palette.reduce(shown), slot.delay());
        if (slot.disposal() == TO_BACKGROUND) {
          Frames.clear(canvas, slot.x(), slot.y(), frame.getWidth(), frame.getHeight());
        } else if (slot.disposal() == TO_PREVIOUS) {
          Frames.paint(canvas, before, 0, 0, true);
        }
      }
    } catch (IOException | RuntimeException e) {
      throw e instanceof MarkException known
          ? known
          : new MarkException(Reason.MALFORMED, "the GIF cannot be decoded", e);
    } finally {
      reader.dispose();
    }
    if (applied == null) {
      throw MarkException.malformed("a GIF without frames", 0);
    }
    return applied;
  }

  private static List<Slot> slots(Source file, GifBlocks blocks) {
    List<Slot> slots = new ArrayList<>();
    int disposal = 0;
    int delay = 0;
    for (Block block : blocks.all()) {
      long at = block.whole().at();
      if (block.label() == GRAPHIC_CONTROL) {
        disposal = file.u8(at + 3) >> 2 & 7;
        delay = file.u16le(at + 4);
      } else if (block.label() == -1) {
        slots.add(new Slot(file.u16le(at + 1), file.u16le(at + 3), disposal, delay));
        disposal = 0;
        delay = 0;
      }
    }
    return slots;
  }

  /** A GIF file in the making: whole frames, each with its own colours. */
  private static final class GifFile {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int width;
    private final int height;

    GifFile(int width, int height) {
      this.width = width;
      this.height = height;
      out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
      u16(width);
      u16(height);
      out.writeBytes(new byte[3]);
    }

    private void u16(int value) {
      out.write(value);
      out.write(value >> 8);
    }

    void extension(byte[] whole) {
      out.writeBytes(whole);
    }

    /** A frame that clears what was there before it, as its transparent pixels need. */
    void frame(BufferedImage picture, int delay) {
      out.writeBytes(new byte[] {0x21, (byte) GRAPHIC_CONTROL, 4, TO_BACKGROUND << 2 | 1});
      u16(delay);
      out.write(255);
      out.write(0);
      Source encoded = Source.of(Pixels.encode("gif", picture, null));
      GifBlocks blocks = GifBlocks.read(encoded);
      Range image =
          blocks.all().stream().filter(b -> b.label() == -1).findFirst().orElseThrow().whole();
      int flags = encoded.u8(image.at() + 9);
      boolean local = (flags & 0x80) != 0;
      int table = local ? flags & 7 : encoded.u8(10) & 7;
      long tableAt = local ? image.at() + 10 : 13;
      long tableLength = 3L << (table + 1);
      out.write(0x2c);
      u16(0);
      u16(0);
      u16(width);
      u16(height);
      out.write((flags & 0x40) | 0x80 | table);
      out.writeBytes(encoded.bytes(tableAt, tableLength));
      long dataAt = image.at() + 10 + (local ? tableLength : 0);
      out.writeBytes(encoded.bytes(dataAt, image.end() - dataAt));
    }

    byte[] bytes() {
      out.write(0x3b);
      return out.toByteArray();
    }
  }
}
