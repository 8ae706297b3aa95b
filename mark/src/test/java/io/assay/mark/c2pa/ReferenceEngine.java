package io.assay.mark.c2pa;

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

/** The c2pa-rs engine as WebAssembly in Node, installed once into {@code target/reference}. */
final class ReferenceEngine {
  private static final Path SOURCE = Path.of("src/test/node");
  private static final Path INSTALLED = Path.of("target/reference");
  private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");

  private static final Pattern FAILURES = Pattern.compile("\"failure\":\\[([^\\]]*)]");

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
  static List<Verdict> validate(Map<Path, String> files, String rootPem) {
    try {
      install();
      Path root = Files.createTempFile("root", ".pem");
      Files.writeString(root, rootPem);
      StringBuilder input = new StringBuilder();
      files.forEach((path, type) -> input.append(type).append('\t').append(path).append('\n'));
      String output =
          run(INSTALLED, input.toString(), "node", "validate.mjs", ".", root.toString());
      List<Verdict> verdicts = new ArrayList<>();
      for (String line : output.lines().filter(l -> l.startsWith("{")).toList()) {
        Matcher state = STATE.matcher(line);
        verdicts.add(new Verdict(state.find() ? state.group(1) : "?", line));
      }
      if (verdicts.size() != files.size()) {
        throw new IllegalStateException("the engine stopped: " + output);
      }
      return verdicts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized void install() throws IOException {
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
