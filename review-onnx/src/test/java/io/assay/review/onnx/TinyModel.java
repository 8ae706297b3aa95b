package io.assay.review.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a model whose two outputs are the highest token id of the text, less a number, and the
 * opposite of that.
 *
 * <p>Source of the field numbers: onnx.proto of ONNX, IR version 8.
 */
final class TinyModel {

  private static final int INT64 = 7;
  private static final int FLOAT = 1;

  private TinyModel() {}

  static byte[] bytes() {
    Message graph =
        new Message()
            .message(1, node("Cast", "ids32", "input_ids").message(5, integer("to", FLOAT)))
            .message(
                1,
                node("ReduceMax", "most", "ids32")
                    .message(5, integers("axes", 1))
                    .message(5, integer("keepdims", 1)))
            .message(1, node("Sub", "over", "most", "limit"))
            .message(1, node("Neg", "under", "over"))
            .message(1, node("Concat", "logits", "over", "under").message(5, integer("axis", 1)))
            .text(2, "tiny")
            .message(5, new Message().number(2, FLOAT).floats(4, 9.5f).text(8, "limit"))
            .message(11, value("input_ids", INT64))
            .message(12, value("logits", FLOAT));
    return new Message()
        .number(1, 8)
        .message(7, graph)
        .message(8, new Message().number(2, 13))
        .toBytes();
  }

  private static Message node(String type, String output, String... inputs) {
    Message node = new Message();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(4, type);
  }

  private static Message integer(String name, int value) {
    return new Message().text(1, name).number(3, value).number(20, 2);
  }

  private static Message integers(String name, int value) {
    return new Message().text(1, name).number(8, value).number(20, 7);
  }

  private static Message value(String name, int type) {
    Message shape =
        new Message()
            .message(1, new Message().text(2, "one"))
            .message(1, new Message().text(2, "many"));
    Message tensor = new Message().number(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** A protocol buffer message under construction. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      variable(field << 3);
      variable(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.toBytes());
    }

    Message floats(int field, float value) {
      int bits = Float.floatToIntBits(value);
      return bytes(
          field,
          new byte[] {(byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24)});
    }

    byte[] toBytes() {
      return out.toByteArray();
    }

    private Message bytes(int field, byte[] value) {
      variable((field << 3) | 2);
      variable(value.length);
      out.writeBytes(value);
      return this;
    }

    private void variable(long value) {
      long rest = value;
      while (rest > 0x7f) {
        out.write((int) ((rest & 0x7f) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
  }
}
