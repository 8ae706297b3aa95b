package io.assay.app.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bar as a process shows it, on a terminal of its own and in a pipe. */
class ProgressTest {
  private static final String FIRST_OF_TWO = "] 1/2 ";

  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws Exception {
    Files.writeString(folder.resolve("a.txt"), "Hello");
    Files.writeString(folder.resolve("b.txt"), "Hello again");
  }

  private List<String> mark(String... more) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.assay.app.Assay"));
    line.addAll(List.of("mark", "--producer", "test", "--c2pa", "off"));
    line.addAll(List.of(folder.resolve("a.txt").toString(), folder.resolve("b.txt").toString()));
    line.addAll(Arrays.asList(more));
    return line;
  }

  private static String printed(List<String> line) throws Exception {
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  private static String onATerminal(List<String> line) throws Exception {
    String quoted = line.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    return printed(List.of("script", "-qefc", quoted, "/dev/null"));
  }

  @Test
  void isShownOnATerminal_belowWhatIsPrinted() throws Exception {
    String printed = onATerminal(mark());
    assertThat(printed).contains("[###############...............] 1/2 a.txt", "] 2/2 b.txt");
    assertThat(printed).endsWith("\r");
  }

  @Test
  void isNotShownInAPipe() throws Exception {
    assertThat(printed(mark())).contains("a.txt").doesNotContain(FIRST_OF_TWO);
  }

  @Test
  void isNeverShownWithJson() throws Exception {
    String printed = onATerminal(mark("--json"));
    assertThat(printed).doesNotContain(FIRST_OF_TWO);
    assertThat(printed.lines()).hasSize(2).allMatch(each -> each.startsWith("{\"file\":"));
  }
}
