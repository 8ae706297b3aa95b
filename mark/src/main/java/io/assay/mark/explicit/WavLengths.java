package io.assay.mark.explicit;

import io.assay.mark.MarkException;
import io.assay.mark.audio.PcmFormat;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.riff.RiffChunks;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The edits that make every length in a WAV file true again after samples were inserted. */
final class WavLengths {
  private static final long LARGEST_32 = 0xfffffffeL;

  private WavLengths() {}

  static List<Splice> grow(
      Source file,
      RiffChunks chunks,
      RiffChunks.Chunk data,
      PcmFormat format,
      long inserted,
      int times) {
    long growth = inserted * times;
    long length = data.data().length() + growth;
    boolean is64 = !file.matches(0, "RIFF") && file.matches(12, "ds64");
    List<Splice> splices = new ArrayList<>();
    boolean padded = data.whole().length() - 8 > data.data().length();
    long pad = (length & 1) - (padded ? 1 : 0);
    if (pad > 0) {
      splices.add(Splice.insert(data.data().end(), new byte[1]));
    } else if (pad < 0) {
      splices.add(Splice.remove(data.data().end(), 1));
    }
    splices.addAll(chunks.grow(growth + pad));
    if (is64) {
      long samples = length / format.frame();
      splices.add(Splice.overwrite(28, little(length, 8)));
      splices.add(Splice.overwrite(36, little(samples, 8)));
      splices.add(Splice.overwrite(data.whole().at() + 4, little(0xffffffffL, 4)));
    } else if (length > LARGEST_32) {
      throw MarkException.limit("a WAV file cannot grow past 4 GiB; convert it to RF64 first", 4);
    } else {
      splices.add(Splice.overwrite(data.whole().at() + 4, little(length, 4)));
    }
    chunks
        .first("fact")
        .filter(fact -> fact.data().length() >= 4 && !is64)
        .ifPresent(
            fact ->
                splices.add(
                    Splice.overwrite(fact.data().at(), little(length / format.frame(), 4))));
    return splices;
  }

  private static byte[] little(long value, int width) {
    byte[] eight = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    return Arrays.copyOf(eight, width);
  }
}
