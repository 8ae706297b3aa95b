package io.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {

  private static final Instant TIME = Instant.parse("2026-11-21T12:00:00.1234567Z");

  @Test
  void hasOneCanonicalForm() {
    Entry entry =
        Entry.of("exchange.received", TIME, Map.of("n", 7, "b", true, "a", List.of("\u4e2d\n\"")));
    assertThat(entry)
        .hasToString(
            "{\"body\":{\"a\":[\"\u4e2d\\n\\\"\"],\"b\":true,\"n\":7},"
                + "\"time\":\"2026-11-21T12:00:00.123456Z\",\"type\":\"exchange.received\",\"v\":1}");
  }

  @Property(tries = 300)
  void isReadBackAsItWas(@ForAll("bodies") Map<String, Object> body) {
    Entry entry = Entry.of("test.entry", TIME, body);
    assertThat(Entry.parse(entry.bytes())).isEqualTo(entry);
    assertThat(Entry.parse(entry.bytes()).bytes()).isEqualTo(entry.bytes());
  }

  @Provide
  Arbitrary<Map<String, Object>> bodies() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withCharRange(' ', '\ud7ff')
            .withChars('"', '\\', '\n', '\u0001')
            .ofMaxLength(20);
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            text.asGeneric(),
            Arbitraries.longs().between(-(1L << 53) + 1, (1L << 53) - 1).asGeneric(),
            Arbitraries.of(true, false).asGeneric());
    Arbitrary<Object> value =
        Arbitraries.lazyOf(
            () -> leaf,
            () -> leaf,
            () -> leaf.list().ofMaxSize(4).asGeneric(),
            () -> Arbitraries.maps(text, leaf).ofMaxSize(4).asGeneric());
    return Arbitraries.maps(text, value).ofMaxSize(6);
  }

  @Test
  void refusesWhatDoesNotFit_withItsSize() {
    assertThatThrownBy(() -> Entry.of("test.entry", TIME, Map.of("x", "y".repeat(65_535))))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("65615 bytes, at most 65535 fit");
  }

  @Test
  void refusesValuesWithoutACanonicalForm() {
    for (Object value : List.of(1.5, 1L << 53, Instant.EPOCH, "\ud800")) {
      assertThatThrownBy(() -> Entry.of("test.entry", TIME, Map.of("x", value)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"body\":{},\"time\":\"2026-11-21T12:00:00Z\",\"type\":\"a\",\"v\":1}",
        "{\"time\":\"2026-11-21T12:00:00.000000Z\",\"body\":{},\"type\":\"a\",\"v\":1}",
        "{\"body\":{}, \"time\":\"2026-11-21T12:00:00.000000Z\",\"type\":\"a\",\"v\":1}",
        "{\"body\":{\"a\":1,\"a\":1},\"time\":\"2026-11-21T12:00:00.000000Z\",\"type\":\"a\",\"v\":1}",
        "{\"body\":{\"a\":01},\"time\":\"2026-11-21T12:00:00.000000Z\",\"type\":\"a\",\"v\":1}",
        "{\"body\":{\"a\":null},\"time\":\"2026-11-21T12:00:00.000000Z\",\"type\":\"a\",\"v\":1}",
        "{\"body\":{\"a\":\"\\u0041\"},\"time\":\"2026-11-21T12:00:00.000000Z\",\"type\":\"a\",\"v\":1}",
        "{\"body\":{},\"time\":\"2026-11-21T12:00:00.000000Z\",\"type\":\"A\",\"v\":1}",
        "{\"body\":{},\"time\":\"2026-11-21T12:00:00.000000Z\",\"type\":\"a\",\"v\":0}"
      })
  void refusesBytesThatAreNotAnEntrysCanonicalForm(String bytes) {
    assertThatThrownBy(() -> Entry.parse(bytes.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNestingThatExhaustsTheStack() {
    byte[] deep = "[".repeat(60_000).getBytes(StandardCharsets.UTF_8);
    byte[] bytes =
        ("{\"body\":" + new String(deep, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Entry.parse(bytes)).hasMessageContaining("at most 32 levels");
  }
}
