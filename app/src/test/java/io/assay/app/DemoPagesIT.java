package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.app.Chrome.Look;
import io.assay.office.web.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo has something to show at every place, on the screen and on paper. */
class DemoPagesIT {
  private static final Path SCREENS = Path.of("target", "screens");
  private static final Path SHEETS = Path.of("target", "sheets");
  private static final int LONGEST = 1_800;

  @TempDir static Path folder;
  private static Demo demo;

  /** A page to look at: its own, or one that links lead to from there. */
  private record Screen(String name, String member, String path, List<String> links, Look look) {
    static Screen of(String line) {
      String[] cells = line.split("\t", -1);
      List<String> links = cells[3].isEmpty() ? List.of() : List.of(cells[3].split(">>", -1));
      return new Screen(cells[0], cells[1], cells[2], links, look(cells[4]));
    }

    private static Look look(String name) {
      return switch (name) {
        case "DARK" -> Look.DARK;
        case "ENGLISH" -> Look.ENGLISH;
        case "PHONE" -> Look.PHONE;
        default -> Look.DESK;
      };
    }

    /** Opens it; false when a link that leads to it is not there. */
    boolean open(Chrome chrome) {
      chrome.open(path, look);
      for (String link : links) {
        if (!chrome.has(link)) {
          return false;
        }
        chrome.open(chrome.lead(link), look);
      }
      return true;
    }
  }

  @BeforeAll
  static void play() {
    demo = Demo.play(folder);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void everyPlaceOfTheNavigationHasSomethingToShow() {
    try (Visitor officer = demo.member("compliance");
        Visitor administrator = demo.member("system.admin")) {
      for (Place place : Place.values()) {
        Visitor visitor =
            switch (place) {
              case STAFF, NOTICES -> administrator;
              default -> officer;
            };
        String page = visitor.get(demo.office() + place.path()).body();
        String content = page.substring(page.indexOf("<main"));
        assertThat(content).as(place.path()).doesNotContain("class=\"empty");
        switch (place) {
          case DOCUMENTS -> assertThat(content).contains("href=\"/documents/");
          case REFUTATIONS -> assertThat(content).contains("<h2");
          case VERIFY -> assertThat(content).contains("type=\"file\"");
          default -> assertThat(content).as(place.path()).containsPattern("<tbody[^>]*>\\s*<tr");
        }
      }
    }
  }

  @Test
  void everyPageIsPictured() throws IOException {
    List<String> missing = new ArrayList<>();
    try (Chrome chrome = new Chrome(demo.office(), folder.resolve("pictures"))) {
      String signedIn = "";
      for (Screen screen : screens()) {
        if (!screen.member().equals(signedIn)) {
          chrome.signIn(screen.member(), demo.password(screen.member()));
          signedIn = screen.member();
        }
        if (screen.open(chrome)) {
          chrome.shoot(SCREENS.resolve(screen.name() + ".webp"), LONGEST);
        } else {
          missing.add(screen.name());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void printsTheContentAlone_onFewSheets() throws IOException {
    Map<String, Integer> sheets =
        Map.of(
            "case",
            3,
            "case-decided",
            3,
            "authority-report",
            3,
            "statement-of-reasons",
            2,
            "posture",
            8,
            "exchange",
            4,
            "disposal",
            3);
    try (Chrome chrome = new Chrome(demo.office(), folder.resolve("prints"))) {
      String signedIn = "";
      for (Screen screen : screens()) {
        if (!sheets.containsKey(screen.name())) {
          continue;
        }
        if (!screen.member().equals(signedIn)) {
          chrome.signIn(screen.member(), demo.password(screen.member()));
          signedIn = screen.member();
        }
        assertThat(screen.open(chrome)).as(screen.name()).isTrue();
        byte[] pdf = chrome.print(SHEETS.resolve(screen.name() + ".pdf"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
          String text = new PDFTextStripper().getText(document);
          assertThat(text).as(screen.name()).hasSizeGreaterThan(100);
          assertThat(text.lines().map(String::strip))
              .as(screen.name())
              .doesNotContain("总览", "调用记录", "标识核验", "退出登录");
          assertThat(document.getNumberOfPages())
              .as(screen.name())
              .isLessThanOrEqualTo(sheets.get(screen.name()));
        }
      }
    }
  }

  private static List<Screen> screens() throws IOException {
    try (InputStream in = DemoPagesIT.class.getResourceAsStream("screens.tsv")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Screen::of)
          .toList();
    }
  }
}
