package io.assay.app.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MarkCommandTest {
  private static final String CODE = "00119144030008867405X210001";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeFiles() throws Exception {
    Files.createDirectories(folder.resolve("in/sub"));
    BufferedImage picture = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture, "png", folder.resolve("in/a.png").toFile());
    ImageIO.write(picture, "jpeg", folder.resolve("in/sub/b.jpg").toFile());
    Files.writeString(folder.resolve("in/c.txt"), "Hello");
  }

  private int mark(String... arguments) {
    List<String> line = new ArrayList<>(List.of("--keys", folder.resolve("keys").toString()));
    line.addAll(List.of(arguments));
    return run(new MarkCommand(), line.toArray(new String[0]));
  }

  private int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void labelsAFolderThatInspectThenFindsIntact() {
    assertThat(mark(path("in"), "-o", path("out"), "--producer", CODE)).isZero();
    assertThat(folder.resolve("out/sub/b.jpg")).exists();
    assertThat(folder.resolve("out/c.txt.aigc.json")).content().contains(CODE);
    assertThat(folder.resolve("out/c.txt.c2pa")).exists();
    int code = run(new InspectCommand(), path("out"), "--trust", path("keys/root.pem"), "--json");
    assertThat(code).isZero();
    assertThat(out.toString().split("\"verdict\":\"intact\"", -1)).hasSize(4);
  }

  @Test
  void replacesAFileInPlace_whenNoOutputIsNamed() {
    assertThat(mark(path("in/a.png"), "--producer", CODE, "--explicit", "off", "--c2pa", "off"))
        .isZero();
    assertThat(run(new InspectCommand(), path("in/a.png"))).isZero();
    assertThat(out.toString()).contains("unknown").contains("XMP TC260:AIGC");
  }

  @Test
  void understandsAGlob() {
    assertThat(mark(path("in") + "/*.png", "-o", path("glob"), "--producer", CODE)).isZero();
    assertThat(folder.resolve("glob")).exists();
    assertThat(run(new InspectCommand(), path("in") + "/*.png")).isEqualTo(3);
  }

  @Test
  void leavesABrokenFileAndSaysSo() throws Exception {
    byte[] cut = Arrays.copyOf(Files.readAllBytes(folder.resolve("in/a.png")), 60);
    Files.write(folder.resolve("in/a.png"), cut);
    assertThat(mark(path("in/a.png"), "--producer", CODE, "--json")).isEqualTo(1);
    assertThat(out.toString()).contains("\"error\":\"malformed\"");
    assertThat(folder.resolve("in/a.png")).hasBinaryContent(cut);
  }

  @Test
  void refusesAProducerThatIsMissingOrWrong() {
    assertThat(mark(path("in"), "--producer", " ")).isEqualTo(2);
    assertThat(mark(path("in"), "--producer", "00119144030008867405X310001")).isEqualTo(2);
    assertThat(err.toString()).contains("check character");
  }

  @Test
  void reportsTampering() throws Exception {
    mark(path("in/a.png"), "-o", path("a.png"), "--producer", CODE);
    byte[] bytes = Files.readAllBytes(folder.resolve("a.png"));
    bytes[bytes.length - 30] ^= 1;
    Files.write(folder.resolve("a.png"), bytes);
    assertThat(run(new InspectCommand(), path("a.png"))).isEqualTo(4);
  }

  @Test
  void saysWhenAModelMadeOnlyAPart() throws Exception {
    mark(path("in/a.png"), "-o", path("a.png"), "--producer", CODE, "--made", "partly");
    assertThat(Files.readString(folder.resolve("a.png"), StandardCharsets.ISO_8859_1))
        .contains("compositeWithTrainedAlgorithmicMedia")
        .doesNotContain("/trainedAlgorithmicMedia");
  }

  @Test
  void printsInTheOrderOfTheArguments_andMarksTheOthers_whenAFileFails() throws Exception {
    List<String> line = new ArrayList<>(List.of("-o", path("out"), "--producer", CODE));
    line.addAll(List.of("--json", "--c2pa", "off", "--jobs", "4"));
    for (int i = 0; i < 12; i++) {
      byte[] picture = Files.readAllBytes(folder.resolve("in/a.png"));
      Path file = folder.resolve("many" + i + ".png");
      Files.write(file, i == 5 ? Arrays.copyOf(picture, 60) : picture);
      line.add(file.toString());
    }
    assertThat(mark(line.toArray(new String[0]))).isEqualTo(1);
    List<String> printed = out.toString().lines().toList();
    assertThat(printed).hasSize(12);
    for (int i = 0; i < 12; i++) {
      assertThat(printed.get(i))
          .contains("many" + i + ".png", i == 5 ? "\"error\"" : "\"payloadSha256\":\"");
    }
  }

  @Test
  void refusesTwoFilesForOnePlace() throws Exception {
    Files.copy(folder.resolve("in/a.png"), folder.resolve("a.png"));
    assertThat(mark(path("in/a.png"), path("a.png"), "-o", path("out"), "--producer", CODE))
        .isEqualTo(2);
    assertThat(err.toString()).contains("two files");
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
