package io.assay.review.pool;

import io.assay.review.Feature;
import io.assay.review.Pool;
import io.assay.review.ReviewException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pools as a JSON array with one object a feature.
 *
 * <p>The fields are the columns of {@link PoolCsv}; those with several values are arrays. What is
 * written reads back as equal features.
 */
public final class PoolJson {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private PoolJson() {}

  /**
   * Reads a pool file; an object that gives no feature is told as a problem and the rest is read.
   *
   * @throws ReviewException if the file as a whole is no JSON array
   */
  public static Import read(Reader in) {
    try (JsonParser parser = MAPPER.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new ReviewException("a pool file in JSON is an array of features; this is not one");
      }
      Importing importing = new Importing();
      for (long place = 1; parser.nextToken() != JsonToken.END_ARRAY; place++) {
        take(importing, place, parser.readValueAsTree());
      }
      return importing.finish();
    } catch (JacksonException e) {
      throw new ReviewException("the pool file is no valid JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Writes features with every field that is not empty. */
  public static void write(Stream<Feature> features, Writer out) {
    try (JsonGenerator json = MAPPER.createGenerator(out)) {
      json.writeStartArray();
      for (Feature feature : (Iterable<Feature>) features::iterator) {
        json.writeRaw("\n");
        write(FeatureRow.of(feature), json);
      }
      json.writeEndArray();
    }
  }

  static String text(Pool pool) {
    StringWriter out = new StringWriter();
    write(pool.features(), out);
    return out.toString();
  }

  private static void take(Importing importing, long place, JsonNode object) {
    try {
      importing.take(place, row(object));
    } catch (IllegalArgumentException e) {
      importing.problem(place, String.valueOf(e.getMessage()));
    }
  }

  private static Row row(JsonNode object) {
    if (!object.isObject()) {
      throw new IllegalArgumentException("a feature is an object, got " + object.getNodeType());
    }
    Row row = Row.empty();
    object.forEachEntry(
        (name, value) -> {
          Column column =
              Column.titled(name)
                  .orElseThrow(() -> new IllegalArgumentException("no field '" + name + "'"));
          if (column.list()) {
            row.put(column, texts(name, value));
          } else {
            row.put(column, scalar(name, value));
          }
        });
    return row;
  }

  private static List<String> texts(String name, JsonNode value) {
    if (!value.isArray()) {
      throw new IllegalArgumentException(name + " is an array of texts");
    }
    return value.valueStream().map(item -> scalar(name, item)).toList();
  }

  private static String scalar(String name, JsonNode value) {
    if (value.isString()) {
      return value.stringValue();
    }
    if (value.isNumber()) {
      return value.asString();
    }
    throw new IllegalArgumentException(name + " is a text or a number");
  }

  private static void write(Row row, JsonGenerator json) {
    json.writeStartObject();
    row.cells()
        .forEach(
            (column, values) -> {
              if (column.list()) {
                json.writeName(column.title());
                json.writeStartArray();
                values.forEach(json::writeString);
                json.writeEndArray();
              } else {
                json.writeStringProperty(column.title(), values.getFirst());
              }
            });
    json.writeEndObject();
  }
}
