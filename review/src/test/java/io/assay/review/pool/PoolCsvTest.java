package io.assay.review.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.review.Category;
import io.assay.review.Characteristic.Keyword;
import io.assay.review.Disposition;
import io.assay.review.Feature;
import io.assay.review.ReviewException;
import io.assay.review.Rule;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolCsvTest {

  @Property(tries = 100)
  void readsBackWhatItWrote(@ForAll("features") List<Feature> features) {
    StringBuilder csv = new StringBuilder();
    PoolCsv.write(features.stream(), csv);
    assertThat(PoolCsv.read(new StringReader(csv.toString())).orThrow()).isEqualTo(features);
  }

  @Provide
  Arbitrary<List<Feature>> features() {
    return Features.any().list().uniqueElements(Feature::id).ofMaxSize(5);
  }

  @Property(tries = 300)
  void readsAnyText_orSaysWhyNot(@ForAll("tables") String csv) {
    try {
      Import read = read("id,kind,pattern,category\n" + csv);
      assertThat(read.features().size() + read.problems().size()).isLessThanOrEqualTo(csv.length());
    } catch (ReviewException e) {
      assertThat(e).hasMessageMatching("(?s).*(never closed|longer than|problems).*");
    }
  }

  @Provide
  Arbitrary<String> tables() {
    return Arbitraries.strings().withChars("\"\r\n,a1.A8keyword").ofMaxLength(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+8613", "-abc", "@name", "'=1+1", "'quoted'", "a=1"})
  void writesNoFormula_andReadsTheSamePattern(String pattern) {
    Feature feature = Feature.of("f1", new Keyword(pattern), Rule.of(Category.of("A.1.8")));
    StringBuilder csv = new StringBuilder();
    PoolCsv.write(Stream.of(feature), csv);
    assertThat(csv).doesNotContainPattern("(^|[,\n\"])[=+@-]");
    assertThat(read(csv.toString()).orThrow()).containsExactly(feature);
  }

  @Test
  void readsAShortHeader_withByteOrderMarkAndWindowsLineEnds() {
    Import read =
        read("\uFEFFid,kind,pattern,category,disposition\r\nf1,keyword,abc,A.1.8,REVIEW\r\n");
    assertThat(read.problems()).isEmpty();
    Feature feature = read.features().getFirst();
    assertThat(feature.characteristic()).isEqualTo(new Keyword("abc"));
    assertThat(feature.rule().disposition()).isEqualTo(Disposition.REVIEW);
    assertThat(feature.version()).isEqualTo(1);
  }

  @Test
  void tellsEveryBadRecord_andReadsTheOthers() {
    Import read =
        read(
            """
            id,kind,pattern,category,limit
            f1,keyword,abc,A.1.8,
            f1,keyword,again,A.1.8,
            f2,keyword,,A.1.8,
            f3,keyword,abc,Z.9,
            f4,spell,abc,A.1.8,
            f5,image,00ff,A.1.8,
            f6,image,00ff,A.1.8,many
            f7,keyword
            f8,combination,"one
            two",A.1.8,7
            """);
    assertThat(read.features()).extracting(Feature::id).containsExactly("f1", "f8");
    assertThat(read.problems())
        .extracting(Import.Problem::place)
        .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThatThrownBy(read::orThrow)
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("7 problems")
        .hasMessageContaining("'f1' is taken");
  }

  @Test
  void rejectsAFileWithoutTheNeededColumns() {
    assertThatThrownBy(() -> read("id,pattern\nf1,abc\n"))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("lacks one of id, kind, pattern, category");
    assertThatThrownBy(() -> read("id,colour\n"))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("'colour'");
  }

  @Test
  void rejectsAnOpenQuote_andAnEndlessCell() {
    assertThatThrownBy(() -> read("id,kind,pattern,category\nf1,keyword,\"abc"))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> read("id,kind,pattern,category\nf1,keyword," + "x".repeat(70_000)))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("longer than");
  }

  private static Import read(String csv) {
    return PoolCsv.read(new StringReader(csv));
  }
}
