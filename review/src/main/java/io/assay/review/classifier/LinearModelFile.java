package io.assay.review.classifier;

import io.assay.review.ReviewException;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Linear models as files; what is written reads back as the same model with the same version. */
public final class LinearModelFile {

  private static final long MAGIC = 0x4173736179_4C4D31L;
  private static final int MOST_LABELS = 1000;

  private LinearModelFile() {}

  public static void write(LinearModel model, OutputStream out) {
    try {
      DataOutputStream data = new DataOutputStream(out);
      data.writeLong(MAGIC);
      data.writeUTF(model.name());
      data.writeByte(model.bits());
      data.writeShort(model.weights().size());
      for (Map.Entry<String, LinearLabel> label : model.weights().entrySet()) {
        data.writeUTF(label.getKey());
        write(label.getValue(), data);
      }
      data.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a model.
   *
   * @throws ReviewException if the file is no linear model or is damaged
   */
  public static LinearModel read(InputStream in) {
    try {
      DataInputStream data = new DataInputStream(in);
      require(data.readLong() == MAGIC, "it does not begin as one");
      String name = data.readUTF();
      int bits = data.readByte();
      require(bits >= 10 && bits <= 24, bits + " bits");
      int count = data.readUnsignedShort();
      require(count <= MOST_LABELS, count + " labels");
      Map<String, LinearLabel> labels = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) {
        labels.put(data.readUTF(), label(data, bits));
      }
      return new LinearModel(name, bits, labels);
    } catch (EOFException e) {
      throw new ReviewException("the linear model ends early; fetch the file again", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String version(LinearModel model) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      write(model, out);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }

  private static void write(LinearLabel label, DataOutputStream data) throws IOException {
    data.writeDouble(label.bias());
    data.writeDouble(label.calibration().slope());
    data.writeDouble(label.calibration().offset());
    data.writeInt(label.indexes().length);
    for (int i = 0; i < label.indexes().length; i++) {
      data.writeInt(label.indexes()[i]);
      data.writeFloat(label.weights()[i]);
    }
  }

  private static LinearLabel label(DataInputStream data, int bits) throws IOException {
    double bias = finite(data.readDouble());
    double slope = finite(data.readDouble());
    double offset = finite(data.readDouble());
    int used = data.readInt();
    require(used >= 0 && used <= 1 << bits, used + " weights");
    int[] indexes = new int[used];
    float[] weights = new float[used];
    for (int i = 0; i < used; i++) {
      indexes[i] = data.readInt();
      weights[i] = (float) finite(data.readFloat());
      require(
          indexes[i] < 1 << bits && indexes[i] > (i == 0 ? -1 : indexes[i - 1]),
          "index " + indexes[i]);
    }
    return new LinearLabel(indexes, weights, bias, new Calibration(slope, offset));
  }

  private static double finite(double number) {
    require(Double.isFinite(number), "the number " + number);
    return number;
  }

  private static void require(boolean sound, String what) {
    if (!sound) {
      throw new ReviewException("the file is no sound linear model: " + what);
    }
  }
}
