package io.assay.mark.scene;

import io.assay.mark.MarkException;
import io.assay.mark.container.Carrier;
import io.assay.mark.container.Found;
import io.assay.mark.container.Implicit;
import io.assay.mark.container.Range;
import io.assay.mark.container.Source;
import io.assay.mark.container.Splice;
import io.assay.mark.text.Json;
import java.util.List;
import java.util.Optional;

/** glTF and GLB (ISO/IEC 12113): the label is the member AIGC of the asset's extras. */
public final class GltfCarrier implements Carrier {
  private static final String NAME = "AIGC";

  @Override
  public List<Found> read(Source file) {
    GltfJson json = GltfJson.read(file);
    return extras(json)
        .flatMap(extras -> extras.get(NAME))
        .map(
            value ->
                List.of(
                    new Found(
                        "asset.extras.AIGC",
                        json.at() + value.start(),
                        value instanceof Json.Text text
                            ? text.value()
                            : json.text().substring(value.start(), value.end()))))
        .orElse(List.of());
  }

  private static Json.Struct asset(GltfJson json) {
    return json.root()
        .get("asset")
        .filter(Json.Struct.class::isInstance)
        .map(Json.Struct.class::cast)
        .orElseThrow(() -> MarkException.malformed("a glTF scene needs an asset", json.at()));
  }

  private static Optional<Json.Struct> extras(GltfJson json) {
    return asset(json)
        .get("extras")
        .filter(Json.Struct.class::isInstance)
        .map(Json.Struct.class::cast);
  }

  @Override
  public List<Splice> write(Source file, Implicit label) {
    GltfJson json = GltfJson.read(file);
    String value = Json.quote(label.json());
    Optional<Json.Struct> extras = extras(json);
    Optional<Json> old = extras.flatMap(object -> object.get(NAME));
    if (old.isPresent()) {
      return json.replace(old.get().start(), old.get().end(), value);
    }
    String member = Json.quote(NAME) + ":" + value;
    if (extras.isPresent()) {
      return json.replace(
          extras.get().start() + 1,
          extras.get().start() + 1,
          extras.get().members().isEmpty() ? member : member + ",");
    }
    Json.Struct asset = asset(json);
    String wrapped = "\"extras\":{" + member + "}" + (asset.members().isEmpty() ? "" : ",");
    return json.replace(asset.start() + 1, asset.start() + 1, wrapped);
  }

  /** The scene without its asset object, and every binary chunk. */
  @Override
  public List<Range> payload(Source file) {
    GltfJson json = GltfJson.read(file);
    Json.Struct asset = asset(json);
    int textEnd = json.text().stripTrailing().length();
    long binary = json.end();
    return List.of(
        new Range(json.at(), asset.start()),
        new Range(json.at() + asset.end(), textEnd - asset.end()),
        new Range(binary, file.length() - binary));
  }
}
