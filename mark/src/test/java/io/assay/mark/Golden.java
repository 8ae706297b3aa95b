package io.assay.mark;

import io.assay.mark.aigc.AigcLabel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Sample files and the label that tests write into them. */
public final class Golden {
  public static final AigcLabel LABEL =
      AigcLabel.produced("00119144030008867405X210001", "e3578014edd949debed102781a8c26f7");

  private Golden() {}

  public static byte[] bytes(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Media media(String name) {
    return Media.of(bytes(name), name);
  }

  public static LabelRequest implicit() {
    return LabelRequest.of(LABEL).implicitOnly();
  }
}
