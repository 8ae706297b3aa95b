package io.assay.office.pool;

import io.assay.review.Feature;
import io.assay.review.pool.PoolJson;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/** Features as the registers keep them: the objects of a pool file, one each. */
final class FeatureJson {

  private FeatureJson() {}

  static String write(Feature feature) {
    StringWriter out = new StringWriter();
    PoolJson.write(Stream.of(feature), out);
    String array = out.toString();
    return array.substring(array.indexOf('{'), array.lastIndexOf('}') + 1);
  }

  static Feature read(String definition) {
    return read(List.of(definition)).getFirst();
  }

  static List<Feature> read(List<String> definitions) {
    String array = "[" + String.join(",", definitions) + "]";
    return PoolJson.read(new StringReader(array)).orThrow();
  }
}
