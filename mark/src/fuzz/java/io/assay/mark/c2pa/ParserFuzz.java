package io.assay.mark.c2pa;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.assay.mark.Golden;
import io.assay.mark.MarkException;
import io.assay.mark.bmff.Box;
import io.assay.mark.bmff.CodedItem;
import io.assay.mark.bmff.MovieCarrier;
import io.assay.mark.bmff.PictureCarrier;
import io.assay.mark.c2pa.binding.BmffHash;
import io.assay.mark.c2pa.binding.HardBinding;
import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.jumbf.JumbfReader;
import io.assay.mark.c2pa.store.ManifestStore;
import io.assay.mark.c2pa.validation.TrustAnchors;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Source;
import io.assay.mark.jxl.JxlCarrier;
import io.assay.mark.jxl.JxlFile;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Coverage-guided noise for every parser: a {@link MarkException} is the only way to fail. With
 * {@code JAZZER_FUZZ=1} in the environment one target is driven for its time; without it the seeds
 * run once.
 */
class ParserFuzz {
  private static final String TIME = "2m";
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final Implicit LABEL = new Implicit("{\"Label\":\"1\"}", Optional.empty());

  private static final byte[] MOVIE = Golden.bytes("sample.mp4");

  private interface Parsing {
    void run();
  }

  private static void only(Parsing parsing) {
    try {
      parsing.run();
    } catch (MarkException refused) {
      if (refused.getMessage() == null) {
        throw new IllegalStateException("a refusal without words", refused);
      }
    }
  }

  @FuzzTest(maxDuration = TIME)
  void cbor(byte[] data) {
    only(() -> Cbor.decode(data).encode());
  }

  @FuzzTest(maxDuration = TIME)
  void jumbf(byte[] data) {
    only(() -> JumbfReader.read(data).toBytes());
  }

  @FuzzTest(maxDuration = TIME)
  void manifestStore(byte[] data) {
    only(
        () -> {
          ManifestStore.read(data);
          C2pa.validate(Source.of(new byte[0]), data, TrustAnchors.none(), CLOCK);
        });
  }

  @FuzzTest(maxDuration = TIME)
  void signedFile(byte[] data) {
    only(() -> C2pa.validate(Source.of(data), TrustAnchors.none(), CLOCK));
  }

  /** The start of a movie and a fragment, one behind the other. */
  @FuzzTest(maxDuration = TIME)
  void fragment(byte[] data) {
    int cut = data.length > 2 ? Math.min(data.length, (data[0] & 0xff) << 8 | data[1] & 0xff) : 0;
    Source start = Source.of(Arrays.copyOfRange(data, Math.min(2, cut), cut));
    Source fragment = Source.of(Arrays.copyOfRange(data, cut, data.length));
    only(() -> C2pa.validateFragment(start, fragment, TrustAnchors.none(), CLOCK));
  }

  /** What is signed in a file is whatever a stranger wrote: the trees over its media data. */
  @FuzzTest(maxDuration = TIME)
  void trees(byte[] data) {
    only(
        () ->
            new BmffHash()
                .verify(
                    new HardBinding.Bound(Source.of(MOVIE), List.of(), Optional.of("sha256")),
                    Cbor.decode(data).asFields()));
  }

  @FuzzTest(maxDuration = TIME)
  void boxes(byte[] data) {
    only(() -> Box.top(Source.of(data)));
  }

  @FuzzTest(maxDuration = TIME)
  void movie(byte[] data) {
    only(() -> carry(new MovieCarrier(), data));
  }

  @FuzzTest(maxDuration = TIME)
  void picture(byte[] data) {
    only(() -> carry(new PictureCarrier(), data));
    only(() -> edit(CodedItem.primary(Source.of(data))));
  }

  @FuzzTest(maxDuration = TIME)
  void jpegXl(byte[] data) {
    only(() -> carry(new JxlCarrier(), data));
    only(() -> JxlFile.read(Source.of(data)).animated(Source.of(data)));
  }

  private static void edit(CodedItem item) {
    item.orientation();
    item.tiles();
    item.alpha();
    item.with("hvcC", item.configuration("hvcC"), item.data());
  }

  private static void carry(Carrier carrier, byte[] data) {
    Source file = Source.of(data);
    carrier.read(file);
    carrier.payload(file);
    carrier.write(file, LABEL);
  }
}
