package io.assay.mark.jxl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.mark.Golden;
import io.assay.mark.Inspection;
import io.assay.mark.Inspector;
import io.assay.mark.MarkException;
import io.assay.mark.Marked;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JxlCarrierTest {
  private static final byte[] COMPRESSED = Golden.bytes("compressed.jxl");

  @Test
  void readsARecordThatIsCompressed() {
    Inspection inspection = Inspector.standard().inspect(COMPRESSED);
    assertThat(inspection.label()).contains(Golden.LABEL);
    assertThat(inspection.conforms()).isTrue();
  }

  @Test
  void replacesARecordThatIsCompressed() {
    Marked marked = Marker.standard().mark(Media.of(COMPRESSED), Golden.implicit());
    assertThat(new String(marked.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("brob");
    assertThat(Inspector.standard().inspect(marked.bytes()).label()).contains(Golden.LABEL);
  }

  @Test
  void refusesCompressedXmpThatIsBroken() {
    byte[] broken = COMPRESSED.clone();
    int at = new String(broken, StandardCharsets.ISO_8859_1).indexOf("brobxml ") + 8;
    Arrays.fill(broken, at, at + 40, (byte) 0xff);
    assertThatThrownBy(() -> Inspector.standard().inspect(broken))
        .isInstanceOf(MarkException.class);
  }
}
