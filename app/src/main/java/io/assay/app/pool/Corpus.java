package io.assay.app.pool;

import io.assay.review.Context;
import io.assay.review.ReviewException;
import io.assay.review.pool.Sample;
import io.assay.review.pool.Sample.Truth;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The texts of a replay: a .jsonl file with an object {@code {"text", "truth", "direction"}} a
 * line, or any other file with a benign text a line.
 */
record Corpus(Path file) {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  Stream<Sample> samples() {
    try {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
      boolean objects = file.toString().endsWith(".jsonl");
      int[] line = {0};
      return in.lines()
          .map(
              text -> {
                String id = file.getFileName() + ":" + ++line[0];
                return objects
                    ? sample(id, text)
                    : new Sample(id, text, Context.input(), Truth.BENIGN);
              })
          .onClose(() -> close(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static Sample sample(String id, String line) {
    try {
      JsonNode object = MAPPER.readTree(line);
      boolean output = object.path("direction").asString("input").equals("output");
      return new Sample(
          id,
          object.path("text").stringValue(),
          output ? Context.output() : Context.input(),
          Truth.valueOf(object.path("truth").asString("unknown").toUpperCase(Locale.ROOT)));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new ReviewException(id + " is no sample: " + e.getMessage(), e);
    }
  }

  private static void close(BufferedReader in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
