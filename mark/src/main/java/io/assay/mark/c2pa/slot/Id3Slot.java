package io.assay.mark.c2pa.slot;

import io.assay.mark.MarkException;
import io.assay.mark.audio.Id3Tag;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.StoreSlot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An encapsulated object in the ID3v2 tag of MP3 and FLAC files, last of its frames. */
final class Id3Slot implements StoreSlot {
  private static final byte[] HEAD =
      "\0application/c2pa\0c2pa\0c2pa manifest store\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final List<String> MEDIA_TYPES =
      List.of("application/c2pa\0", "application/x-c2pa-manifest-store\0");
  private static final String OBJECT = "GEOB";
  private static final int TAG_HEADER = 10;

  @Override
  public Optional<byte[]> read(Source file) {
    Id3Tag tag = Id3Tag.read(file);
    List<byte[]> found =
        tag.frames().stream()
            .filter(frame -> isStore(tag, frame))
            .map(frame -> content(frame.plain()))
            .toList();
    if (found.size() > 1) {
      throw MarkException.malformed("two manifest stores in one file", 0);
    }
    return found.stream().findFirst();
  }

  private static boolean isStore(Id3Tag tag, Id3Tag.Frame frame) {
    if (!frame.id().equals(tag.idFor(OBJECT))) {
      return false;
    }
    byte[] data = frame.plain();
    return MEDIA_TYPES.stream()
        .map(type -> type.getBytes(StandardCharsets.ISO_8859_1))
        .anyMatch(
            type ->
                data.length > type.length
                    && Arrays.equals(data, 1, 1 + type.length, type, 0, type.length));
  }

  /** What stands behind the encoding, the media type, the file name and the description. */
  private static byte[] content(byte[] object) {
    boolean wide = object[0] == 1 || object[0] == 2;
    int at = behindText(object, 1, false);
    at = behindText(object, at, wide);
    at = behindText(object, at, wide);
    return Arrays.copyOfRange(object, at, object.length);
  }

  private static int behindText(byte[] bytes, int from, boolean wide) {
    int step = wide ? 2 : 1;
    for (int at = from; at + step <= bytes.length; at += step) {
      if (bytes[at] == 0 && (!wide || bytes[at + 1] == 0)) {
        return at + step;
      }
    }
    throw MarkException.malformed("an ID3 object's text does not end", 0);
  }

  @Override
  public List<Range> location(Source file) {
    Optional<byte[]> store = read(file);
    if (store.isEmpty() || store.get().length == 0) {
      return List.of();
    }
    Range tag = Id3Tag.read(file).whole();
    byte[] bytes = file.bytes(tag.at(), tag.length());
    for (int at = TAG_HEADER; at <= bytes.length - store.get().length; at++) {
      if (Arrays.equals(bytes, at, at + store.get().length, store.get(), 0, store.get().length)) {
        return List.of(new Range(at, store.get().length));
      }
    }
    return List.of();
  }

  @Override
  public StorePlan plan(Source file, byte[] store) {
    Id3Tag tag = Id3Tag.read(file);
    List<Id3Tag.Frame> frames = new ArrayList<>();
    tag.frames().stream().filter(frame -> !isStore(tag, frame)).forEach(frames::add);
    int frameHeader = tag.version() == 2 ? 6 : 10;
    long at = (long) TAG_HEADER + frameHeader + HEAD.length;
    for (Id3Tag.Frame frame : frames) {
      at += (long) frameHeader + frame.data().length;
    }
    byte[] object = ByteBuffer.allocate(HEAD.length + store.length).put(HEAD).put(store).array();
    frames.add(new Id3Tag.Frame(tag.idFor(OBJECT), 0, object));
    byte[] whole = tag.with(frames).bytes();
    return new StorePlan(
        List.of(new Splice(0, tag.whole().length(), whole)), List.of(new Range(at, store.length)));
  }
}
