package io.assay.mark.bmff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.MarkException;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Spliced;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RewriteTest {
  private static final Implicit LABEL = new Implicit("{\"Label\":\"1\"}", Optional.empty());
  private static final long FOUR_GIB = 1L << 32;

  /** A movie with one chunk offset and room for samples that hold nothing but zeros. */
  private record Movie(byte[] head, long length) implements Source {
    static Movie of(long chunkAt, long length, byte[] behindMoov) {
      byte[] stco =
          Box.build("stco", ByteBuffer.allocate(12).putInt(4, 1).putInt(8, (int) chunkAt).array());
      byte[] moov =
          Box.build(
              "moov",
              Box.build("trak", Box.build("mdia", Box.build("minf", Box.build("stbl", stco)))));
      byte[] ftyp = Box.build("ftyp", "isom\0\0\0\0isom".getBytes(StandardCharsets.US_ASCII));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(ftyp);
      out.writeBytes(moov);
      out.writeBytes(behindMoov);
      int before = out.size();
      out.writeBytes(
          ByteBuffer.allocate(16)
              .putInt(1)
              .put("mdat".getBytes(StandardCharsets.US_ASCII))
              .putLong(length - before)
              .array());
      return new Movie(out.toByteArray(), length);
    }

    @Override
    public void read(long at, byte[] into, int offset, int count) {
      requireRange(at, count);
      for (int i = 0; i < count; i++) {
        into[offset + i] = at + i < head.length ? head[(int) (at + i)] : 0;
      }
    }
  }

  private static Source label(Source movie) {
    return new Spliced(movie, new MovieCarrier().write(movie, LABEL));
  }

  private static Box table(Source movie, String type) {
    return BoxPath.find(movie, "/moov/trak/mdia/minf/stbl/" + type).getFirst();
  }

  @Test
  void movesChunkOffsets() {
    Source movie = Movie.of(1000, 5000, new byte[0]);
    Source labelled = label(movie);
    long shift = labelled.length() - movie.length();

    assertThat(shift).isPositive();
    assertThat(labelled.u32be(table(labelled, "stco").contentAt() + 8)).isEqualTo(1000 + shift);
  }

  @Test
  void widensChunkOffsets_whenTheyPassFourGib() {
    Source movie = Movie.of(FOUR_GIB - 10, FOUR_GIB + 1000, new byte[0]);
    Source labelled = label(movie);
    Box table = table(labelled, "co64");
    long shift = labelled.length() - movie.length();

    assertThat(labelled.u64be(table.contentAt() + 8)).isEqualTo(FOUR_GIB - 10 + shift);
    assertThat(new MovieCarrier().read(labelled)).hasSize(1);
    assertThat(Box.top(labelled)).extracting(Box::type).containsExactly("ftyp", "moov", "mdat");
  }

  @Test
  void movesNothing_whenFreeSpaceSuffices() {
    Source movie = Movie.of(1000, 5000, Box.build("free", new byte[600]));
    Source labelled = label(movie);

    assertThat(labelled.length()).isEqualTo(movie.length());
    assertThat(labelled.u32be(table(labelled, "stco").contentAt() + 8)).isEqualTo(1000);
    assertThat(new MovieCarrier().payload(labelled)).isEqualTo(new MovieCarrier().payload(movie));
  }

  @Test
  void refusesATableThatClaimsMoreThanItHolds() {
    Movie movie = Movie.of(1000, 5000, new byte[0]);
    Box table = table(movie, "stco");
    ByteBuffer.wrap(movie.head()).putInt((int) table.contentAt() + 4, 1_000_000);

    assertThatThrownBy(() -> label(movie))
        .isInstanceOf(MarkException.class)
        .hasMessageContaining("stco");
  }

  @Test
  void refusesACompressedMovieHeader() {
    byte[] ftyp = Box.build("ftyp", "isom\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
    byte[] moov = Box.build("moov", Box.build("cmov", new byte[8]));
    Source movie =
        Source.of(ByteBuffer.allocate(ftyp.length + moov.length).put(ftyp).put(moov).array());

    assertThatThrownBy(() -> label(movie))
        .isInstanceOf(MarkException.class)
        .hasMessageContaining("compressed");
  }

  @Test
  void movesTheItemsOfAPicture() {
    ItemLocations.Extent extent = new ItemLocations.Extent(0, 20, 5);
    ItemLocations both =
        new ItemLocations(
            1,
            4,
            4,
            4,
            0,
            List.of(
                new ItemLocations.Item(1, 0, 0, 100, List.of(extent)),
                new ItemLocations.Item(2, 1, 0, 0, List.of(extent))));

    ItemLocations moved = both.moved(at -> at + 7);

    assertThat(moved.items().get(0).base()).isEqualTo(107);
    assertThat(moved.items().get(0).extents()).containsExactly(extent);
    assertThat(moved.items().get(1)).isEqualTo(both.items().get(1));
    assertThat(moved.runs(moved.items().get(0), Source.of(new byte[200]), new Range(0, 0)))
        .containsExactly(new Range(127, 5));
  }
}
