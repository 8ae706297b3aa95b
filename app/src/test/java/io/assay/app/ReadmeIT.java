package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells a newcomer to type does what it says. */
class ReadmeIT {
  private static final Pattern BLOCK = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);

  @TempDir static Path folder;
  private static List<String> printed = List.of();

  @BeforeAll
  static void typeWhatItSays() throws IOException {
    var assay = AssayProcess.shared();
    var blocks = BLOCK.matcher(Files.readString(Path.of("..", "README.md"))).results().toList();
    var commands =
        blocks
            .get(1)
            .group(1)
            .replace("http://localhost:8080", assay.gateway())
            .replace("data/first-run.json", assay.data().resolve("first-run.json").toString())
            .replaceAll("\n\n(# [23])", "\necho ----\n$1");
    printed = List.of(new Tool(folder).run("bash", "-c", commands).split("----\n", -1));
  }

  @Test
  void theFirstGivesALabelledPicture() throws IOException {
    var picture = ImageIO.read(folder.resolve("lake.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(1024);
    assertThat(new Tool(folder).run("exiftool", "-XMP:all", "lake.png"))
        .contains("\"Label\":\"1\"");
  }

  @Test
  void theSecondStreamsALabelledAnswer() {
    assertThat(printed.get(1)).contains("内容由AI生成", "data: [DONE]");
  }

  @Test
  void theThirdIsRefusedUnderACase() {
    assertThat(printed.get(2))
        .startsWith("HTTP/1.1 400")
        .contains("x-assay-case", "content_policy_violation");
  }
}
