package io.assay.app.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.review.pool.StarterPool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PoolCommandTest {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();

  @Test
  void triesKeywordsOnTexts_lineByLine() throws IOException {
    int exit =
        run(
            """
            {"features":["刷单返佣金"],"exceptions":[],"text":"来刷 单返佣金吧","layers":"default"}
            {"features":["苹果"],"exceptions":["苹果手机"],"text":"苹果手机"}
            {"features":["x"],"text":"x","layers":"some"}
            """,
            new PoolCommand(),
            "try");
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(3);
    JsonNode finding = MAPPER.readTree(lines.get(0)).at("/findings/0");
    assertThat(finding.path("start").intValue()).isEqualTo(1);
    assertThat(finding.path("end").intValue()).isEqualTo(7);
    assertThat(finding.path("matched").stringValue()).isEqualTo("刷 单返佣金");
    assertThat(lines.get(1)).isEqualTo("{\"findings\":[]}");
    assertThat(lines.get(2)).contains("\"error\":\"no layers 'some'; use default or all\"");
    assertThat(exit).isEqualTo(1);
  }

  @Test
  void checksAFile_andNamesTheLineOfAProblem() throws IOException {
    Path good = write("good.csv", "id,kind,pattern,category\nf1,keyword,abc,A.1.8\n");
    assertThat(run("", new PoolCommand(), "check", good.toString())).isZero();
    assertThat(out.toString()).startsWith("1 features, content hash ");

    Path bad = write("bad.csv", "id,kind,pattern,category\nf1,keyword,abc,Z\n");
    assertThat(run("", new PoolCommand(), "check", bad.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("bad.csv:2: feature 'f1': no category 'Z'");
  }

  @Test
  void refusesAnExpressionWithoutALimit_atEveryDoor() throws IOException {
    Path bad = write("bad.csv", "id,kind,pattern,category\nf7,expression,a.*b,A.1.8\n");
    assertThat(run("", new PoolCommand(), "check", bad.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("bad.csv:2: feature 'f7': a match of /a.*b/ may have more than 1023 characters");
    Path target = folder.resolve("new.json");
    assertThat(run("", new PoolCommand(), "import", bad.toString(), target.toString()))
        .isEqualTo(1);
    assertThat(target).doesNotExist();
    assertThat(run("a text", new ReviewCommand(), "--pool", bad.toString())).isEqualTo(1);
  }

  @Test
  void countsTheCoverageOfTheStarterPool() throws IOException {
    assertThat(run("", new PoolCommand(), "coverage")).isEqualTo(1);
    assertThat(out.toString()).contains("A.1.1").contains("10000");
  }

  @Test
  void replaysAChange() throws IOException {
    Path after = write("after.csv", "id,kind,pattern,category\nf1,keyword,苹果,A.1.8\n");
    Path corpus =
        write(
            "corpus.jsonl",
            """
            {"text": "买了两斤苹果", "truth": "benign"}
            {"text": "天气不错", "truth": "benign", "direction": "output"}
            {"text": "坏苹果", "truth": "harmful"}
            """);
    int exit =
        run(
            "",
            new PoolCommand(),
            "replay",
            "--after",
            after.toString(),
            "--corpus",
            corpus.toString());
    assertThat(exit).isZero();
    assertThat(out.toString())
        .contains("benign, blocked      0/2 (0.00 %) -> 1/2 (50.00 %)")
        .contains("hits gained: 2")
        .contains("BLOCK f1 corpus.jsonl:1  …买了两斤[苹果]…");
  }

  @Test
  void exportsASignedBundle_andImportsItWhereTheSignerIsTrusted() throws IOException {
    KeyPair keys = keys();
    Path secret = pem("secret.pem", "PRIVATE KEY", keys.getPrivate().getEncoded());
    Path known = pem("known.pem", "PUBLIC KEY", keys.getPublic().getEncoded());
    Path other = pem("other.pem", "PUBLIC KEY", keys().getPublic().getEncoded());
    String bundle = folder.resolve("starter.pool").toString();
    String pool = folder.resolve("mine.json").toString();

    assertThat(run("", new PoolCommand(), "export", "--to", bundle, "--sign", "a=" + secret))
        .isZero();
    assertThat(run("", new PoolCommand(), "import", bundle, pool, "--trust", "a=" + other))
        .isEqualTo(1);
    assertThat(folder.resolve("mine.json")).doesNotExist();
    assertThat(run("", new PoolCommand(), "import", bundle, pool, "--trust", "a=" + known))
        .isZero();
    assertThat(out.toString()).contains(StarterPool.load().contentHash());
  }

  @Test
  void reviewsAText_andTellsTheVerdictByItsExitCode() throws IOException {
    assertThat(run("How do I cook rice?", new ReviewCommand())).isZero();
    assertThat(run("前面阿赛违禁测试词后面", new ReviewCommand())).isEqualTo(4);
    JsonNode answer = MAPPER.readTree(out.toString());
    assertThat(answer.path("verdict").stringValue()).isEqualTo("BLOCK");
    assertThat(answer.at("/findings/0/start").intValue()).isEqualTo(2);
    assertThat(answer.at("/findings/0/end").intValue()).isEqualTo(9);
  }

  @Test
  void marksFindingsOnATerminal_andLetsNoTextSteerIt() throws IOException {
    run("\u001b[2J assay-blocked-test-marker end", new ReviewCommand(), "--color", "on");
    assertThat(out.toString())
        .startsWith("\ufffd[2J \u001b[1;37;41massay-blocked-test-marker\u001b[0m end\u001b[0m\n");
  }

  private int run(String input, Object command, String... arguments) throws IOException {
    out.getBuffer().setLength(0);
    InputStream before = System.in;
    try (InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))) {
      System.setIn(in);
      return new CommandLine(command)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .setOut(new PrintWriter(out, true))
          .setErr(new PrintWriter(new StringWriter()))
          .execute(arguments);
    } finally {
      System.setIn(before);
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path pem(String name, String kind, byte[] der) throws IOException {
    return write(
        name,
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind));
  }

  private static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
