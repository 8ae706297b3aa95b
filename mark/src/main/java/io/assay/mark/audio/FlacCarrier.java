package io.assay.mark.audio;

import io.assay.mark.MarkException;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** FLAC (RFC 9639): the label is the comment AIGC. */
public final class FlacCarrier implements Carrier {
  private static final int STREAM_INFO = 0;
  private static final int COMMENTS = 4;
  private static final int LAST = 0x80;
  private static final int MAX_BLOCK = (1 << 24) - 1;
  private static final int MAX_BLOCKS = 10_000;

  /** One metadata block; {@code whole} holds its header of four bytes. */
  private record Block(int type, boolean last, Range whole) {
    Source content(Source file) {
      return file.slice(whole.at() + 4, whole.length() - 4);
    }
  }

  private static List<Block> blocks(Source file) {
    long at = Id3Tag.read(file).whole().length();
    if (!file.matches(at, "fLaC")) {
      throw MarkException.malformed("a FLAC file starts with fLaC", at);
    }
    at += 4;
    List<Block> blocks = new ArrayList<>();
    do {
      int header = file.u8(at);
      Range whole = new Range(at, 4L + file.u24be(at + 1));
      file.requireRange(at, whole.length());
      blocks.add(new Block(header & 0x7f, (header & LAST) != 0, whole));
      at = whole.end();
      if (blocks.size() > MAX_BLOCKS) {
        throw MarkException.limit("more than " + MAX_BLOCKS + " FLAC blocks", at);
      }
    } while (!blocks.getLast().last());
    if (blocks.getFirst().type() != STREAM_INFO) {
      throw MarkException.malformed("FLAC metadata starts with STREAMINFO", 4);
    }
    return blocks;
  }

  @Override
  public List<Found> read(Source file) {
    List<Found> found = new ArrayList<>();
    for (Block block : blocks(file)) {
      if (block.type() == COMMENTS) {
        VorbisComments.read(block.content(file))
            .labels()
            .forEach(v -> found.add(new Found("Vorbis comment AIGC", block.whole().at(), v)));
      }
    }
    return found;
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    List<Block> blocks = blocks(file);
    for (Block block : blocks) {
      if (block.type() == COMMENTS) {
        byte[] content = VorbisComments.read(block.content(file)).with(label.json());
        return List.of(
            new Splice(block.whole().at(), block.whole().length(), build(block.last(), content)));
      }
    }
    Block info = blocks.getFirst();
    byte[] added = build(info.last(), VorbisComments.empty().with(label.json()));
    List<Splice> splices = new ArrayList<>();
    splices.add(Splice.overwrite(info.whole().at(), new byte[] {STREAM_INFO}));
    splices.add(Splice.insert(info.whole().end(), added));
    return splices;
  }

  private static byte[] build(boolean last, byte[] content) {
    if (content.length > MAX_BLOCK) {
      throw MarkException.limit("a FLAC comment block of " + content.length + " bytes", 0);
    }
    return ByteBuffer.allocate(4 + content.length)
        .putInt((last ? LAST | COMMENTS : COMMENTS) << 24 | content.length)
        .put(content)
        .array();
  }

  @Override
  public List<Range> payload(Source file) {
    List<Block> blocks = blocks(file);
    long frames = blocks.getLast().whole().end();
    Range info = blocks.getFirst().whole();
    return List.of(
        new Range(info.at() + 4, info.length() - 4), new Range(frames, file.length() - frames));
  }
}
