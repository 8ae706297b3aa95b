package io.assay.mark.ffmpeg;

import io.assay.mark.MarkException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The codecs of HEIC and AVIF pictures. */
enum StillCodec {
  HEVC("hvc1", "hvcC", "h265") {
    @Override
    byte[] stream(byte[] configuration, byte[] data, int width, int height) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteBuffer in = ByteBuffer.wrap(configuration).position(21);
      int prefix = (in.get() & 3) + 1;
      for (int arrays = in.get() & 0xff; arrays > 0; arrays--) {
        in.get();
        for (int units = in.getShort() & 0xffff; units > 0; units--) {
          unit(in, in.getShort() & 0xffff, out);
        }
      }
      for (ByteBuffer rest = ByteBuffer.wrap(data); rest.hasRemaining(); ) {
        int length = 0;
        for (int i = 0; i < prefix; i++) {
          length = (length << 8) | (rest.get() & 0xff);
        }
        unit(rest, length, out);
      }
      return out.toByteArray();
    }

    @Override
    List<String> encoding() {
      return List.of(
          "-preset",
          "medium",
          "-crf",
          "12",
          "-tag:v",
          "hvc1",
          "-x265-params",
          "log-level=0:info=0");
    }

    @Override
    Encoder encoder() {
      return Encoder.named("libx265");
    }
  },
  AV1("av01", "av1C", "ivf") {
    @Override
    byte[] stream(byte[] configuration, byte[] data, int width, int height) {
      return ByteBuffer.allocate(46 + data.length)
          .order(ByteOrder.LITTLE_ENDIAN)
          .put("DKIF\0\0 \0AV01".getBytes(StandardCharsets.ISO_8859_1))
          .putShort((short) width)
          .putShort((short) height)
          .putInt(1)
          .putInt(1)
          .putInt(1)
          .putInt(0)
          .putInt(data.length + 2)
          .putLong(0)
          .put(TEMPORAL_DELIMITER)
          .put(data)
          .array();
    }

    @Override
    List<String> encoding() {
      return List.of("-still-picture", "1", "-crf", "12", "-cpu-used", "6");
    }

    @Override
    Encoder encoder() {
      return Encoder.named("libaom-av1");
    }
  };

  private static final byte[] START = {0, 0, 0, 1};
  private static final byte[] TEMPORAL_DELIMITER = {0x12, 0};

  private final String item;
  private final String setup;
  private final String extension;

  StillCodec(String item, String setup, String extension) {
    this.item = item;
    this.setup = setup;
    this.extension = extension;
  }

  static StillCodec of(String type) {
    for (StillCodec codec : values()) {
      if (codec.item.equals(type)) {
        return codec;
      }
    }
    throw MarkException.unsupported(
        "a label on a picture of type '"
            + type
            + "'; save it as HEVC or AV1, or label the user interface");
  }

  /** The type of the box that sets up the decoder. */
  String setup() {
    return setup;
  }

  /** What a file of {@link #stream} is called. */
  String extension() {
    return extension;
  }

  /** An item as a stream that FFmpeg reads. */
  abstract byte[] stream(byte[] configuration, byte[] data, int width, int height);

  abstract List<String> encoding();

  abstract Encoder encoder();

  private static void unit(ByteBuffer in, int length, ByteArrayOutputStream out) {
    if (length < 0 || length > in.remaining()) {
      throw MarkException.malformed("a coded picture ends early", 0);
    }
    byte[] unit = new byte[length];
    in.get(unit);
    out.writeBytes(START);
    out.writeBytes(unit);
  }
}
