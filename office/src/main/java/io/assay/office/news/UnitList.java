package io.assay.office.news;

import io.assay.office.approval.ActionRefusedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads source units from CSV lines {@code name,category} or a JSON array of such objects. */
final class UnitList {
  private static final int MOST = 20_000;
  private static final int LONGEST = 200;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private UnitList() {}

  /** The units in the text; a line or an object that is none refuses the whole. */
  static List<Unit> parse(String text) {
    List<Unit> units = text.stripLeading().startsWith("[") ? json(text) : csv(text);
    Set<String> names = new HashSet<>();
    boolean sound =
        units.size() <= MOST
            && units.stream()
                .allMatch(
                    it ->
                        !it.name().isBlank()
                            && it.name().length() <= LONGEST
                            && it.category().length() <= LONGEST
                            && names.add(it.name()));
    if (!sound || units.isEmpty()) {
      throw new ActionRefusedException("news.edition.refused");
    }
    return units;
  }

  private static List<Unit> csv(String text) {
    List<Unit> units = new ArrayList<>();
    for (String line : text.replace("\uFEFF", "").lines().toList()) {
      if (!line.isBlank() && !line.strip().equals("name,category")) {
        int split = line.indexOf(',');
        String name = split < 0 ? line : line.substring(0, split);
        units.add(new Unit(name.strip(), split < 0 ? "" : line.substring(split + 1).strip()));
      }
    }
    return units;
  }

  private static List<Unit> json(String text) {
    try {
      List<Unit> units = new ArrayList<>();
      for (JsonNode node : JSON.readTree(text)) {
        units.add(
            new Unit(
                node.path("name").asString("").strip(),
                node.path("category").asString("").strip()));
      }
      return units;
    } catch (JacksonException malformed) {
      throw new ActionRefusedException("news.edition.refused");
    }
  }
}
