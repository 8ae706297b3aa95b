package io.assay.mark.c2pa.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.MarkException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
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

class CborTest {
  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  /** Examples of RFC 8949 appendix A that are in the deterministic encoding. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "00",
        "01",
        "0a",
        "17",
        "1818",
        "1819",
        "1864",
        "1903e8",
        "1a000f4240",
        "1b000000e8d4a51000",
        "20",
        "29",
        "3863",
        "3903e7",
        "f90000",
        "f93c00",
        "f93e00",
        "f97bff",
        "fa47c35000",
        "fb3ff199999999999a",
        "f9c400",
        "f97c00",
        "f97e00",
        "f4",
        "f5",
        "f6",
        "f7",
        "f0",
        "f8ff",
        "c074323031332d30332d32315432303a30343a30305a",
        "c11a514b67b0",
        "40",
        "4401020304",
        "60",
        "6161",
        "6449455446",
        "62225c",
        "62c3bc",
        "63e6b0b4",
        "80",
        "83010203",
        "8301820203820405",
        "a0",
        "a201020304",
        "a26161016162820203",
        "826161a161626163"
      })
  void writesWhatItRead(String hex) {
    assertThat(Cbor.decode(bytes(hex)).encode()).isEqualTo(bytes(hex));
  }

  @Test
  void readsIndefiniteLengths() {
    assertThat(Cbor.decode(bytes("5f42010243030405ff")))
        .isEqualTo(Cbor.of(new byte[] {1, 2, 3, 4, 5}));
    assertThat(Cbor.decode(bytes("7f657374726561646d696e67ff"))).isEqualTo(Cbor.of("streaming"));
    assertThat(Cbor.decode(bytes("9f018202039f0405ffff")).encode())
        .isEqualTo(bytes("8301820203820405"));
    assertThat(Cbor.decode(bytes("bf61610161629f0203ffff")).encode())
        .isEqualTo(bytes("a26161016162820203"));
  }

  @Test
  void ordersKeysByTheirEncoding() {
    Map<String, Cbor> entries = new LinkedHashMap<>();
    for (String key : List.of("bb", "a", "aaa", "b")) {
      entries.put(key, Cbor.of(1));
    }

    assertThat(Cbor.map(entries).encode()).isEqualTo(bytes("a4616101616201626262016361616101"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "18",
        "19 00",
        "1c",
        "61",
        "62 61",
        "61 ff",
        "81",
        "a1 01",
        "a2 01 02 01 03",
        "ff",
        "5f 61 61 ff",
        "9f",
        "f8 01",
        "00 00",
        "1b ff ff ff ff ff ff ff ff",
        "3f"
      })
  void refusesWhatIsNotWellFormed(String hex) {
    assertThatThrownBy(() -> Cbor.decode(bytes(hex.replace(" ", ""))))
        .isInstanceOf(MarkException.class)
        .satisfies(e -> assertThat(((MarkException) e).offset()).isPresent());
  }

  @Property(tries = 300)
  void readsBackWhatItWrites(@ForAll("items") Cbor item) {
    byte[] encoded = item.encode();

    assertThat(Cbor.decode(encoded)).isEqualTo(item);
    assertThat(Cbor.decode(encoded).encode()).isEqualTo(encoded);
  }

  @Provide
  Arbitrary<Cbor> items() {
    return nested(3);
  }

  private static Arbitrary<Cbor> nested(int depth) {
    Arbitrary<Cbor> leaves =
        Arbitraries.oneOf(
            Arbitraries.longs().map(Cbor::of),
            Arbitraries.strings().ofMaxLength(30).filter(CborTest::isUnicode).map(Cbor::of),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(Cbor::of),
            Arbitraries.of(true, false).map(Cbor::of));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Cbor> inner = nested(depth - 1);
    return Arbitraries.oneOf(
        leaves,
        inner.list().ofMaxSize(4).map(Cbor::list),
        Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), inner)
            .ofMaxSize(4)
            .map(Cbor::map));
  }

  private static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
  }
}
