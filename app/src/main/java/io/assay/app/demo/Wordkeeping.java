package io.assay.app.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pool is kept: words are proposed, replayed, approved, watched, put in force and retired. */
final class Wordkeeping implements Scene {

  /** How far a word gets. */
  private enum Goal {
    PROPOSED,
    TESTED,
    REJECTED,
    SHADOW,
    ACTIVE,
    RETIRED,
    EMERGENCY
  }

  /** A line of the list of words. */
  private record Word(boolean early, Goal goal, Map<String, String> draft, String note) {
    static Word of(String line) {
      String[] cells = line.split("\t", -1);
      return new Word(
          cells[0].equals("early"),
          Goal.valueOf(cells[1]),
          Map.of(
              "kind", cells[2],
              "pattern", cells[3].replace(" + ", "\n"),
              "category", cells[4],
              "disposition", cells[5],
              "standard", cells[6],
              "evidence", cells[7]),
          cells[8]);
    }
  }

  private final Clerk editor;
  private final Clerk approver;

  Wordkeeping(Staff staff) {
    this.editor = staff.member("pool.editor");
    this.approver = staff.member("pool.approver");
  }

  @Override
  public List<Deed> deeds(Stage stage) {
    List<Deed> deeds = new ArrayList<>();
    for (String line : Lines.of("words.tsv")) {
      Word word = Word.of(line);
      Instant at = word.early() ? stage.at(0, 0, 30) : stage.before(150);
      deeds.add(new Deed(at, () -> carry(word)));
    }
    return deeds;
  }

  private void carry(Word word) {
    if (word.goal() == Goal.EMERGENCY) {
      editor.act("/pool/emergencies", Map.of("feature", word.draft(), "reason", word.note()));
      return;
    }
    String path =
        "/pool/features/" + editor.act("/pool/features", word.draft()).path("id").asString();
    if (word.goal().compareTo(Goal.TESTED) >= 0) {
      editor.act(path + "/replay");
    }
    switch (word.goal()) {
      case REJECTED -> approver.act(path + "/reject", Map.of("note", word.note()));
      case SHADOW -> watch(path);
      case ACTIVE -> enforce(path);
      case RETIRED -> {
        enforce(path);
        approver.act(path + "/retire", Map.of("note", word.note()));
      }
      case PROPOSED, TESTED, EMERGENCY -> {}
    }
  }

  private void watch(String path) {
    approver.act(path + "/approve", Map.of("note", "The replay stops no benign text."));
    approver.act(path + "/shadow");
  }

  private void enforce(String path) {
    watch(path);
    approver.act(path + "/activate");
  }
}
