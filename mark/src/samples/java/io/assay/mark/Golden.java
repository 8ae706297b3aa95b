package io.assay.mark;

import io.assay.mark.aigc.AigcLabel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Sample files and the label that tests write into them. */
public final class Golden {
  public static final AigcLabel LABEL =
      AigcLabel.produced("00119144030008867405X210001", "e3578014edd949debed102781a8c26f7");

  /** Every sample whose format carries the record within itself. */
  public static final List<String> CARRIERS =
      List.of(
          "sample.jpg",
          "sample.png",
          "animated.png",
          "sample.webp",
          "animated.webp",
          "sample.gif",
          "sample.tif",
          "sample.svg",
          "sample.wav",
          "sample.rf64.wav",
          "sample.mp3",
          "sample.flac",
          "sample.ogg",
          "sample.opus",
          "sample.mkv",
          "sample.webm",
          "sample.flv",
          "sample.avi",
          "sample.glb",
          "sample.gltf",
          "sample.pdf",
          "sample.docx",
          "sample.xlsx",
          "sample.pptx",
          "sample.epub",
          "sample.html",
          "sample.md",
          "sample.mp4",
          "sample.mov",
          "sample.m4a",
          "sample.heic",
          "sample.avif",
          "sample.jxl");

  private Golden() {}

  public static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  public static byte[] bytes(String name) {
    boolean still = name.matches(".*\\.(heic|avif|jxl)");
    try (InputStream in =
        Golden.class.getResourceAsStream((still ? "/media/" : "/golden/") + name)) {
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
