package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running program attacks itself, and what comes of it is the evidence. */
class CanaryIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  @Test
  void everyCanaryComesBackWithEvidence_throughTheRealGateway() throws Exception {
    try (var visitor = new Visitor();
        var assay = AssayProcess.start(folder.resolve("data"))) {
      var token = visitor.administrate(assay);
      for (var control : new String[] {"C09-2", "C10-4", "C12-1", "CX-3"}) {
        var rows = rows(visitor, assay, token, control);
        assertThat(rows).as(control).isNotEmpty();
        assertThat(rows).as(control).allMatch(row -> !row.path("bad").asBoolean(true));
      }
    }
  }

  /** What a control counts, as soon as it was computed with evidence. */
  private static JsonNode rows(Visitor visitor, AssayProcess assay, String token, String control)
      throws Exception {
    for (int i = 0; i < 420; i++) {
      var answer =
          visitor.get(assay.office() + "/api/v1/posture/" + control + "/rows?all=true", token);
      var rows = JSON.readTree(answer.body());
      if (rows.isArray() && !rows.isEmpty()) {
        return rows;
      }
      Thread.sleep(1000);
    }
    throw new AssertionError(control + " has no evidence");
  }
}
