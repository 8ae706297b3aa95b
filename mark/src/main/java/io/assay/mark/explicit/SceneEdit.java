package io.assay.mark.explicit;

import io.assay.mark.MarkException;
import io.assay.mark.container.Splice;
import io.assay.mark.scene.GltfJson;
import io.assay.mark.text.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds items to the top-level arrays of a scene; what is there keeps its characters. */
final class SceneEdit {
  private final GltfJson json;
  private final Map<String, StringBuilder> added = new LinkedHashMap<>();
  private final TreeMap<Integer, String> inserts = new TreeMap<>();

  SceneEdit(GltfJson json) {
    this.json = json;
  }

  void append(String array, String item) {
    StringBuilder items = added.computeIfAbsent(array, key -> new StringBuilder());
    items.append(items.isEmpty() ? "" : ",").append(item);
  }

  /** Puts a node into the scene that is shown first. */
  void appendToScene(Json.Struct root, int node) {
    int shown =
        root.get("scene")
            .flatMap(Json::scalar)
            .filter(s -> s.matches("\\d{1,9}"))
            .map(Integer::parseInt)
            .orElse(0);
    if (!(root.get("scenes").orElse(root) instanceof Json.Array scenes)
        || shown >= scenes.items().size()
        || !(scenes.items().get(shown) instanceof Json.Struct scene)) {
      throw MarkException.unsupported("a glTF file without a scene; label what displays it");
    }
    if (scene.get("nodes").orElse(root) instanceof Json.Array nodes) {
      into(nodes, Integer.toString(node));
    } else {
      inserts.put(
          scene.start() + 1, "\"nodes\":[" + node + "]" + (scene.members().isEmpty() ? "" : ","));
    }
  }

  private void into(Json.Array array, String items) {
    inserts.put(array.end() - 1, (array.items().isEmpty() ? "" : ",") + items);
  }

  /** The edits of the file. */
  List<Splice> splices() {
    StringBuilder fresh = new StringBuilder();
    for (Map.Entry<String, StringBuilder> entry : added.entrySet()) {
      if (json.root().get(entry.getKey()).orElse(json.root()) instanceof Json.Array array) {
        into(array, entry.getValue().toString());
      } else {
        fresh
            .append(",\"")
            .append(entry.getKey())
            .append("\":[")
            .append(entry.getValue())
            .append(']');
      }
    }
    inserts.put(json.root().end() - 1, fresh.toString());
    StringBuilder text = new StringBuilder(json.text());
    inserts.descendingMap().forEach(text::insert);
    int grown = text.length() - json.text().length();
    return json.replace(
        json.root().start(),
        json.root().end(),
        text.substring(json.root().start(), json.root().end() + grown));
  }
}
