package io.assay.app.demo;

import java.time.Instant;
import java.util.List;

/** Something that people do in the demo's week. */
interface Scene {

  /** One deed at its time. */
  record Deed(Instant at, Runnable deed) {}

  /** What happens in this scene; deeds of all scenes are done in the order of their times. */
  List<Deed> deeds(Stage stage);
}
