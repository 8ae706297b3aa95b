package io.assay.review.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.review.Feature;
import io.assay.review.ReviewException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PoolJsonTest {

  @Property(tries = 100)
  void readsBackWhatItWrote(@ForAll("features") List<Feature> features) {
    StringWriter json = new StringWriter();
    PoolJson.write(features.stream(), json);
    assertThat(PoolJson.read(new StringReader(json.toString())).orThrow()).isEqualTo(features);
  }

  @Provide
  Arbitrary<List<Feature>> features() {
    return Features.any().list().uniqueElements(Feature::id).ofMaxSize(5);
  }

  @Test
  void tellsEveryBadObject_andReadsTheOthers() {
    Import read =
        read(
            """
            [{"id": "f1", "kind": "keyword", "pattern": "abc", "category": "A.1.8", "version": 3},
             {"id": "f2", "kind": "keyword", "pattern": ["abc"], "category": "A.1.8"},
             {"id": "f3", "kind": "keyword", "pattern": "abc", "colour": "red"},
             7,
             {"id": "f4", "kind": "keyword", "pattern": "abc", "category": "A.1.8",
              "exceptions": "abcd"}]
            """);
    assertThat(read.features()).extracting(Feature::id).containsExactly("f1");
    assertThat(read.features().getFirst().version()).isEqualTo(3);
    assertThat(read.problems()).extracting(Import.Problem::place).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void rejectsWhatIsNoArray_orNoJson() {
    assertThatThrownBy(() -> read("{}")).isInstanceOf(ReviewException.class);
    assertThatThrownBy(() -> read("[{]")).isInstanceOf(ReviewException.class);
    assertThatThrownBy(() -> read("[")).isInstanceOf(ReviewException.class);
  }

  private static Import read(String json) {
    return PoolJson.read(new StringReader(json));
  }
}
