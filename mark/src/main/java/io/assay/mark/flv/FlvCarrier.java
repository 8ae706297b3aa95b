package io.assay.mark.flv;

import io.assay.mark.MarkException;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** FLV: the label is the member AIGC of the script data onMetaData. */
public final class FlvCarrier implements Carrier {
  private static final String NAME = "AIGC";
  private static final String EVENT = "onMetaData";
  private static final int SCRIPT = 18;
  private static final int TAG_HEADER = 11;
  private static final int MAX_STRING = 65_535;
  private static final int MAX_TAGS = 4_000_000;

  /** The script tag onMetaData: its run without the trailing size, and its value. */
  private record Meta(Range tag, Amf.Fields value) {}

  private static long firstTag(Source file) {
    long header = file.u32be(5);
    if (header < 9) {
      throw MarkException.malformed("an FLV header of " + header + " bytes", 5);
    }
    file.requireRange(0, header + 4);
    return header + 4;
  }

  private static List<Range> tags(Source file) {
    List<Range> tags = new ArrayList<>();
    long at = firstTag(file);
    while (at + TAG_HEADER <= file.length()) {
      long length = TAG_HEADER + (long) file.u24be(at + 1);
      if (length > file.length() - at) {
        break;
      }
      tags.add(new Range(at, length));
      at += length + 4;
      if (tags.size() > MAX_TAGS) {
        throw MarkException.limit("more than " + MAX_TAGS + " FLV tags", at);
      }
    }
    return tags;
  }

  private static Optional<Meta> meta(Source file) {
    for (Range tag : tags(file)) {
      long body = tag.at() + TAG_HEADER;
      if ((file.u8(tag.at()) & 0x1f) == SCRIPT && tag.length() > TAG_HEADER) {
        Amf name = Amf.read(file, body, 0);
        if (name instanceof Amf.Text text && text.value().equals(EVENT)) {
          Amf value = Amf.read(file, text.whole().end(), 0);
          if (value instanceof Amf.Fields fields && fields.whole().end() <= tag.end()) {
            return Optional.of(new Meta(tag, fields));
          }
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public List<Found> read(Source file) {
    List<Found> found = new ArrayList<>();
    meta(file)
        .ifPresent(
            meta -> {
              for (Amf.Field field : meta.value().fields()) {
                if (field.name().equals(NAME) && field.value() instanceof Amf.Text text) {
                  found.add(new Found("onMetaData AIGC", field.whole().at(), text.value()));
                }
              }
            });
    return found;
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    if (label.json().length() > MAX_STRING) {
      throw MarkException.limit("an FLV string of " + label.json().length() + " characters", 0);
    }
    Optional<Meta> meta = meta(file);
    if (meta.isEmpty()) {
      return List.of(Splice.insert(firstTag(file), tag(label.json())));
    }
    Amf.Fields fields = meta.get().value();
    byte[] added = field(label.json());
    List<Splice> splices = new ArrayList<>();
    long growth = added.length;
    long count = fields.fields().size() + 1L;
    for (Amf.Field field : fields.fields()) {
      if (field.name().equals(NAME)) {
        splices.add(Splice.remove(field.whole()));
        growth -= field.whole().length();
        count--;
      }
    }
    splices.add(Splice.insert(fields.whole().end() - 3, added));
    if (fields.counted()) {
      splices.add(Splice.overwrite(fields.whole().at() + 1, u32(count)));
    }
    Range tag = meta.get().tag();
    long body = tag.length() - TAG_HEADER + growth;
    splices.add(Splice.overwrite(tag.at() + 1, Arrays.copyOfRange(u32(body), 1, 4)));
    splices.add(Splice.overwrite(tag.end(), u32(body + TAG_HEADER)));
    followPositions(fields, growth, splices);
    return splices;
  }

  /** The metadata may count the file's bytes and say where its key frames stand. */
  private static void followPositions(Amf.Fields fields, long growth, List<Splice> splices) {
    for (Amf.Field field : fields.fields()) {
      if (field.name().equals("filesize") && field.value() instanceof Amf.Real size) {
        splices.add(moved(size, growth));
      } else if (field.value() instanceof Amf.Fields inner) {
        inner.fields().stream()
            .filter(f -> f.name().equals("filepositions"))
            .map(Amf.Field::value)
            .filter(Amf.Items.class::isInstance)
            .flatMap(items -> ((Amf.Items) items).items().stream())
            .filter(Amf.Real.class::isInstance)
            .forEach(number -> splices.add(moved((Amf.Real) number, growth)));
      }
    }
  }

  private static Splice moved(Amf.Real number, long growth) {
    double value = number.value() > 0 ? number.value() + growth : number.value();
    return Splice.overwrite(
        number.whole().at() + 1, ByteBuffer.allocate(8).putDouble(value).array());
  }

  private static byte[] field(String json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    string(NAME, out);
    out.write(2);
    string(json, out);
    return out.toByteArray();
  }

  private static byte[] tag(String json) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(2);
    string(EVENT, body);
    body.write(8);
    body.writeBytes(u32(1));
    body.writeBytes(field(json));
    body.writeBytes(new byte[] {0, 0, 9});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(u32((long) SCRIPT << 24 | body.size()));
    out.writeBytes(new byte[7]);
    out.writeBytes(body.toByteArray());
    out.writeBytes(u32(body.size() + TAG_HEADER));
    return out.toByteArray();
  }

  private static void string(String text, ByteArrayOutputStream out) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    out.write(bytes.length >> 8);
    out.write(bytes.length);
    out.writeBytes(bytes);
  }

  private static byte[] u32(long value) {
    return ByteBuffer.allocate(4).putInt((int) value).array();
  }

  @Override
  public List<Range> payload(Source file) {
    return tags(file).stream()
        .filter(tag -> (file.u8(tag.at()) & 0x1f) != SCRIPT)
        .map(tag -> new Range(tag.at() + TAG_HEADER, tag.length() - TAG_HEADER))
        .toList();
  }
}
