package io.assay.app.demo;

import io.assay.ledger.Ledger;
import io.assay.office.posture.LabelRecheck;
import io.assay.office.posture.Posture;
import java.util.ArrayList;
import java.util.List;

/** The posture is computed through the week, so that it has a history. */
final class Watching implements Scene {
  private static final int EVERY_HOURS = 4;

  @Override
  public List<Deed> deeds(Stage stage) {
    List<Deed> deeds = new ArrayList<>();
    for (int day = 0; day < stage.days(); day++) {
      for (int hour = EVERY_HOURS; hour < 24; hour += EVERY_HOURS) {
        deeds.add(new Deed(stage.at(day, hour, 55), () -> watch(stage)));
      }
    }
    return deeds;
  }

  private static void watch(Stage stage) {
    stage.office(LabelRecheck.class).recheck();
    stage.office(Ledger.class).publish();
    stage.office(Posture.class).recompute();
  }
}
