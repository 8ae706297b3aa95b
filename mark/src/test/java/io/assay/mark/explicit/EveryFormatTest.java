package io.assay.mark.explicit;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.Golden;
import io.assay.mark.Inspector;
import io.assay.mark.LabelRequest;
import io.assay.mark.Marked;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.Tool;
import io.assay.mark.container.Source;
import io.assay.mark.scene.GltfJson;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EveryFormatTest {
  private static final String WORDS = "内容由AI生成";

  private static byte[] marked(String name) {
    Marked marked = Marker.standard().mark(Golden.media(name), LabelRequest.of(Golden.LABEL));
    byte[] bytes = marked.bytes();
    assertThat(Inspector.standard().inspect(Media.of(bytes, name)).label()).contains(Golden.LABEL);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample.gif", "animated.png"})
  void showsTheLabelOnEveryFrame(String name) throws IOException {
    byte[] bytes = marked(name);
    String extension = Golden.extension(name);
    assertThat(Tool.decodingErrors(bytes, extension)).isEmpty();
    assertThat(frames(bytes, extension)).isEqualTo(frames(Golden.bytes(name), extension));
    if (extension.equals("gif")) {
      Labeled labeled = new GifLabeler().label(Golden.media(name), ExplicitLabel.standard());
      AppliedLabel.Picture box = (AppliedLabel.Picture) labeled.labels().getFirst();
      Overlay overlay = Overlay.on(gifFrame(Golden.bytes(name), 0), box.text());
      for (int i = 0; i < box.frames(); i++) {
        BufferedImage frame = gifFrame(labeled.media().source().bytes(), i);
        assertThat(Math.abs(overlay.visibility(frame))).isGreaterThan(0.6);
      }
    }
  }

  private static BufferedImage gifFrame(byte[] gif, int index) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
      reader.setInput(in);
      return Pixels.trueColour(reader.read(index));
    } finally {
      reader.dispose();
    }
  }

  private static String frames(byte[] bytes, String extension) {
    return Tool.output(
            bytes,
            extension,
            "ffprobe",
            "-v",
            "error",
            "-count_frames",
            "-select_streams",
            "v:0",
            "-show_entries",
            "stream=nb_read_frames,width,height",
            "-of",
            "csv=p=0",
            "FILE")
        .strip();
  }

  @Test
  void labelsATiffPage() throws IOException {
    byte[] bytes = marked("sample.tif");
    assertThat(Tool.decodingErrors(bytes, "tif")).isEmpty();
    assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth()).isEqualTo(160);
  }

  @Test
  void labelsAnSvgAsOutlines() {
    String svg = new String(marked("sample.svg"), StandardCharsets.UTF_8);
    assertThat(svg).contains("aria-label=\"AI生成\"").contains("<path fill=\"#fff\" d=\"M");
    AppliedLabel.Picture applied =
        (AppliedLabel.Picture)
            new SvgLabeler()
                .label(Golden.media("sample.svg"), ExplicitLabel.standard())
                .labels()
                .getFirst();
    assertThat(applied.percent()).isBetween(5.0, 5.5);
  }

  @Test
  void drawsOnEveryPdfPage() throws IOException {
    byte[] before = Golden.bytes("sample.pdf");
    byte[] bytes = marked("sample.pdf");
    try (var plain = Loader.loadPDF(before);
        var labelled = Loader.loadPDF(bytes)) {
      BufferedImage a = new PDFRenderer(plain).renderImage(0);
      BufferedImage b = new PDFRenderer(labelled).renderImage(0);
      assertThat(dark(a, 0, 0, 90, 25)).isZero();
      assertThat(dark(b, 0, 0, 90, 25)).isGreaterThan(100);
      assertThat(dark(b, 0, 25, 595, 842)).isEqualTo(dark(a, 0, 25, 595, 842));
    }
  }

  private static int dark(BufferedImage picture, int left, int top, int right, int bottom) {
    int dark = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        dark += (picture.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
      }
    }
    return dark;
  }

  @Test
  void opensInPoi() throws IOException {
    try (var word = new XWPFDocument(new ByteArrayInputStream(marked("sample.docx")))) {
      assertThat(word.getParagraphs().getFirst().getText()).isEqualTo(WORDS);
      assertThat(word.getProperties().getCustomProperties().getProperty("AIGC").getLpwstr())
          .isEqualTo(Golden.LABEL.json());
    }
    try (var sheet = new XSSFWorkbook(new ByteArrayInputStream(marked("sample.xlsx")))) {
      assertThat(sheet.getActiveSheetIndex()).isZero();
      assertThat(sheet.getSheetAt(0).getRow(0).getCell(0).getStringCellValue()).isEqualTo(WORDS);
      assertThat(sheet.getSheetAt(1).getHeader().getCenter()).isEqualTo(WORDS);
      assertThat(sheet.getNumberOfSheets()).isEqualTo(2);
      assertThat(sheet.getProperties().getCustomProperties().getProperty("AIGC").getLpwstr())
          .isEqualTo(Golden.LABEL.json());
    }
    try (var slides = new XMLSlideShow(new ByteArrayInputStream(marked("sample.pptx")))) {
      assertThat(slides.getSlides().getFirst().getPlaceholders()).isEmpty();
      assertThat(slides.getSlides().getFirst().getShapes().getFirst().getShapeName())
          .isEqualTo("AIGC");
    }
  }

  @Test
  void keepsOneCover_whenAWorkbookIsMarkedTwice() throws IOException {
    Media once = Media.of(marked("sample.xlsx"));
    byte[] twice = Marker.standard().mark(once, LabelRequest.of(Golden.LABEL)).bytes();
    try (var sheet = new XSSFWorkbook(new ByteArrayInputStream(twice))) {
      assertThat(sheet.getNumberOfSheets()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sample.glb", "sample.gltf"})
  void addsANoticeBoardToAScene(String name) {
    GltfJson json = GltfJson.read(Source.of(marked(name)));
    assertThat(json.text()).contains("\"emissiveTexture\"").contains("\"nodes\":");
    assertThat(json.root().get("nodes")).isPresent();
    assertThat(json.root().get("images")).isPresent();
  }
}
