package io.assay.mark.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other programs still open signed files and see the same work. */
class PlayersTest {
  private static final C2paSigner SIGNER = TestAuthority.fixed().signer("EC");

  @TempDir Path folder;

  private static byte[] signed(String name) {
    Source file = Samples.read(name);
    return C2pa.embed(
            file,
            Format.sniff(file).orElseThrow(),
            ManifestRequest.created("A work", "Assay", "1.0"),
            SIGNER)
        .bytes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sample.jpg", "sample.png", "sample.webp", "sample.gif", "sample.avif", "sample.jxl",
        "sample.mp4", "fragmented.mp4", "sample.mov", "sample.avi", "sample.m4a", "sample.mp3",
        "sample.wav", "sample.flac"
      })
  void ffmpegDecodesTheSameFrames(String name) throws IOException {
    Path original = Files.write(folder.resolve(name), Samples.read(name).bytes());
    Path marked = Files.write(folder.resolve("signed-" + name), signed(name));

    assertThat(frames(marked)).isEqualTo(frames(original)).contains("0,");
  }

  private String frames(Path file) throws IOException {
    return ReferenceEngine.run(
        folder, "", "ffmpeg", "-v", "error", "-i", file.toString(), "-f", "framemd5", "-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample.jpg", "sample.png", "sample.gif", "sample.tif"})
  void javaDecodesTheSamePixels(String name) throws IOException {
    assertThat(pixels(signed(name))).isEqualTo(pixels(Samples.read(name).bytes()));
  }

  private static int[] pixels(byte[] bytes) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample.heic", "sample.avif", "sample.tif", "sample.mp4"})
  void exiftoolFindsNothingWrong(String name) throws IOException {
    Path marked = Files.write(folder.resolve(name), signed(name));

    assertThat(ReferenceEngine.run(folder, "", "exiftool", "-validate", marked.toString()))
        .doesNotContain("Error");
  }

  @Test
  void pdfReadersSeeTheSamePage() throws IOException {
    byte[] marked = signed("sample.pdf");
    byte[] original = Samples.read("sample.pdf").bytes();

    try (var document = Loader.loadPDF(marked)) {
      assertThat(new PDFTextStripper().getText(document)).contains("Sample page");
    }
    assertThat(Arrays.copyOf(marked, original.length)).isEqualTo(original);
  }

  @Test
  void zipReadersSeeEveryEntry() throws IOException {
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(signed("sample.docx")));
    StringBuilder names = new StringBuilder();
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      zip.readAllBytes();
      names.append(entry.getName()).append(' ');
    }

    assertThat(names.toString())
        .contains("word/document.xml")
        .endsWith("META-INF/content_credential.c2pa ");
  }

  @Test
  void officeReadersSeeTheText() throws IOException {
    try (var document = new XWPFDocument(new ByteArrayInputStream(signed("sample.docx")))) {
      assertThat(document.getParagraphs().getFirst().getText()).isEqualTo("Sample");
    }
  }

  @Test
  void xmlReadersSeeTheDrawing() throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(signed("sample.svg")));

    assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("c2pa:manifest").getLength()).isEqualTo(1);
  }
}
