package io.assay.mark.c2pa;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The c2pa-rs engine as WebAssembly in Node, installed once into {@code target/reference}. */
final class ReferenceEngine {
  private static final Path SOURCE = Path.of("src/test/node");
  private static final Path INSTALLED = Path.of("target/reference");
  private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");

  private static final Pattern FAILURES = Pattern.compile("\"failure\":\\[([^\\]]*)]");

  private static @Nullable Engine engine;

  private ReferenceEngine() {}

  /** What the engine says about one file: its state, and everything it said as JSON. */
  record Verdict(String state, String json) {
    /** The failure codes of the active manifest. */
    List<String> failures() {
      Matcher list = FAILURES.matcher(json);
      if (!list.find() || list.group(1).isEmpty()) {
        return List.of();
      }
      return Stream.of(list.group(1).split(",")).map(code -> code.replace("\"", "")).toList();
    }

    boolean has(String code) {
      return json.contains("\"" + code + "\"");
    }
  }

  /** Validates files, given with their media types, with one root believed. */
  static synchronized List<Verdict> validate(Map<Path, String> files, String rootPem) {
    try {
      Engine engine = running();
      Path root = Files.createTempFile("root", ".pem");
      Files.writeString(root, rootPem);
      List<Verdict> verdicts = new ArrayList<>();
      for (Map.Entry<Path, String> file : files.entrySet()) {
        verdicts.add(engine.ask(root + "\t" + file.getValue() + "\t" + file.getKey()));
      }
      Files.delete(root);
      return verdicts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one process that serves every test; it ends with this one, which holds its input. */
  private static Engine running() throws IOException {
    if (engine == null) {
      install();
      Process process =
          new ProcessBuilder("node", "validate.mjs", ".")
              .directory(INSTALLED.toFile())
              .redirectErrorStream(true)
              .start();
      engine = new Engine(process.outputWriter(), process.inputReader());
    }
    return engine;
  }

  /** A running engine: a line in, a line out. */
  private record Engine(BufferedWriter in, BufferedReader out) {
    Verdict ask(String line) throws IOException {
      in.write(line + "\n");
      in.flush();
      StringBuilder other = new StringBuilder();
      for (String said = out.readLine(); said != null; said = out.readLine()) {
        if (said.startsWith("{")) {
          Matcher state = STATE.matcher(said);
          return new Verdict(state.find() ? state.group(1) : "?", said);
        }
        other.append(said).append('\n');
      }
      throw new IllegalStateException("the engine stopped: " + other);
    }
  }

  private static void install() throws IOException {
    Files.createDirectories(INSTALLED);
    for (String name : List.of("package.json", "package-lock.json", "validate.mjs")) {
      Files.copy(
          SOURCE.resolve(name), INSTALLED.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(INSTALLED.resolve("node_modules/@contentauth/c2pa-wasm/package.json"))) {
      run(INSTALLED, "", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    }
  }

  static String run(Path folder, String input, String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return output;
  }
}
