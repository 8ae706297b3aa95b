package io.assay.mark.c2pa.slot;

import io.assay.mark.MarkException;
import io.assay.mark.bmff.Box;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.container.StorePlan;
import io.assay.mark.container.StoreSlot;
import io.assay.mark.jxl.JxlFile;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The {@code jumb} box of a JPEG XL file, before the codestream. */
final class JxlSlot implements StoreSlot {
  private static final byte[] STORE_TYPE =
      HexFormat.of().parseHex("6332706100110010800000aa00389b71");
  private static final int TYPE_AT = 8;

  @Override
  public Optional<byte[]> read(Source file) {
    return location(file).stream().findFirst().map(run -> file.bytes(run.at(), run.length()));
  }

  @Override
  public List<Range> location(Source file) {
    List<Range> found =
        JxlFile.read(file).boxes().stream()
            .filter(box -> box.type().equals("jumb"))
            .filter(box -> file.matches(box.contentAt() + TYPE_AT, STORE_TYPE))
            .map(Box::whole)
            .toList();
    if (found.size() > 1) {
      throw MarkException.malformed("two manifest stores in one file", found.get(1).at());
    }
    return found;
  }

  @Override
  public StorePlan plan(Source file, byte[] store) {
    JxlFile jxl = JxlFile.read(file);
    List<Splice> splices = new ArrayList<>();
    long shift = 0;
    for (Range earlier : location(file)) {
      splices.add(Splice.remove(earlier));
      shift += earlier.at() < jxl.insertedAt() ? earlier.length() : 0;
    }
    splices.add(jxl.insert(store));
    return new StorePlan(splices, List.of(new Range(jxl.insertedAt() - shift, store.length)));
  }
}
