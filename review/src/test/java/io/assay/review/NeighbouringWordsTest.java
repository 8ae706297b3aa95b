package io.assay.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A letter that ends one word and begins the next hides neither. */
class NeighbouringWordsTest {

  @ParameterizedTest
  @CsvSource({
    "test marker, that test marker, 5, 16",
    "fake invoices, half fake invoices, 5, 18",
    "marker, them marker, 5, 11",
    "marker, a marker reads, 2, 8",
    "fake test, a fake test tomorrow, 2, 11",
    "test, that test tomorrow, 5, 9",
    "av, java av value, 5, 7",
    "casino, a c-casino online, 4, 10",
    "test, stet t e s t, 5, 12",
    "hot tub, a hot tub bath, 2, 9",
  })
  void findsAWordBesideAnother(String word, String text, int start, int end) {
    assertThat(whole(word, text)).containsExactly(new Location.Span("", start, end));
    assertThat(stream(word, text)).containsExactly(new Location.Span("", start, end));
  }

  @ParameterizedTest
  @CsvSource({
    "test, attest it",
    "test, that est",
    "av, java value",
    "hot, shot them",
    "110, 11 10"
  })
  void findsNoneAcrossTwoWords(String word, String text) {
    assertThat(whole(word, text)).isEmpty();
    assertThat(stream(word, text)).isEmpty();
  }

  @Test
  void findsAWordBehindALongBlank() {
    String blank = " ".repeat(20_000);
    assertThat(whole("test", "that" + blank + "est")).isEmpty();
    assertThat(stream("test", "that" + blank + "est")).isEmpty();
    var found = new Location.Span("", 20_004, 20_008);
    assertThat(whole("test", "that" + blank + "test it")).containsExactly(found);
    assertThat(stream("test", "that" + blank + "test it")).containsExactly(found);
  }

  private static Reviewer reviewer(String word) {
    return Reviewer.of(Pool.of("1", List.of(Feature.keyword("k", word, Category.of("I.9")))));
  }

  private static List<Location> whole(String word, String text) {
    return places(reviewer(word).review(text, Context.input()));
  }

  private static List<Location> stream(String word, String text) {
    StreamReview review = reviewer(word).open(Context.input());
    for (int i = 0; i < text.length(); i++) {
      review.append("", text.substring(i, i + 1));
    }
    review.finish();
    return places(review.verdict());
  }

  private static List<Location> places(Verdict verdict) {
    return verdict.findings().stream().map(Finding::where).toList();
  }
}
