package io.assay.app.demo;

import io.assay.app.serve.Server;
import io.assay.office.identity.IdentityService;
import io.assay.office.key.KeyService;
import io.assay.office.news.NewsDesk;
import io.assay.office.news.Permit;
import io.assay.office.news.Unit;
import io.assay.office.posture.Posture;
import io.assay.office.rumor.Rumors;
import io.assay.office.subject.Subject;
import io.assay.office.subject.SubjectService;
import io.assay.office.tenant.TenantService;
import io.assay.review.pool.StarterPool;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A week in the life of a service that does not exist, lived through the real one. */
final class Week {
  static final Duration LENGTH = Duration.ofDays(7);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int CALLS = 420;
  private static final int POSTURE_EVERY = 15;
  private static final List<String> QUESTIONS =
      List.of(
          "Name three colours of the rainbow.",
          "How do I fold a paper kite?",
          "Write two lines about a harbour at dawn.",
          "Explain why lanterns are round.",
          "Suggest a title for a story about two foxes.",
          "What should I pack for a walk in the rain?");
  private static final List<String> TITLES =
      List.of(
          "A harbour at dawn",
          "Two foxes and one river",
          "Why lanterns are round",
          "Notes on a paper kite",
          "The town on the tide table");
  private static final String FAIR =
      "The lantern fair of Sampleville opened in the central park. Three hundred lanterns are shown"
          + " for five days. Entrance is free.";
  private static final String RUMOR = "The lantern bridge of Sampleville fell into the river";

  private final Server server;
  private final PastClock clock;
  private final Caller caller;
  private final Random random = new Random(20_261_121);
  private final List<String> keys = new ArrayList<>();
  private String unverified = "";

  Week(Server server, PastClock clock) {
    this.server = server;
    this.clock = clock;
    this.caller = new Caller(server.gatewayUrl());
  }

  /** Lives the week; returns how many calls were made. */
  int live() {
    people();
    news();
    for (int call = 0; call < CALLS; call++) {
      clock.leap(LENGTH.dividedBy(CALLS).minusMillis(100));
      call(call);
      if (call % POSTURE_EVERY == 0) {
        server.office(Posture.class).recompute();
      }
    }
    rumor();
    clock.catchUp();
    server.office(Posture.class).recompute();
    return CALLS;
  }

  private void people() {
    var tenants = server.office(TenantService.class);
    for (var name : List.of("Riverbank Studio", "Paper Lantern Press", "Harbour School")) {
      var tenant = tenants.create(name, "system").orElseThrow();
      for (int i = 1; i <= 4; i++) {
        var subject =
            server
                .office(SubjectService.class)
                .register(tenant.id(), "author-" + i, "system")
                .orElseThrow();
        if (i == 4) {
          unverified = key(subject);
        } else {
          server.office(IdentityService.class).admitToTrial(subject).orElseThrow();
          keys.add(key(subject));
        }
      }
    }
    pause();
  }

  private String key(Subject subject) {
    return server
        .office(KeyService.class)
        .issue(subject.id(), "demo", "system")
        .orElseThrow()
        .secret()
        .text();
  }

  private void news() {
    var desk = server.office(NewsDesk.class);
    desk.enter(
        new Permit(
            "SAMPLE-PERMIT-0001",
            "Sample Content Company",
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2030-12-31")),
        "system");
    desk.importEdition(
        "Fictional units 2026",
        LocalDate.parse("2026-01-01"),
        List.of(
            new Unit("Sample Morning Post", "example"), new Unit("Fictional News Wire", "example")),
        "system");
  }

  private void call(int number) {
    var key = keys.get(random.nextInt(keys.size()));
    int kind = random.nextInt(100);
    if (number % 40 == 7) {
      publishNews(key, number);
    } else if (kind < 62) {
      caller.chat(key, QUESTIONS.get(random.nextInt(QUESTIONS.size())));
    } else if (kind < 70) {
      caller.picture(key, "a paper lantern over a harbour, number " + number);
    } else if (kind < 75) {
      caller.speech(key, "The boats come in at dawn.");
    } else if (kind < 81) {
      caller.chat(key, "Please write about " + StarterPool.ENGLISH_MARKER);
    } else if (kind < 86) {
      caller.chat(unverified, QUESTIONS.getFirst());
    } else {
      var title = TITLES.get(random.nextInt(TITLES.size()));
      caller.publish(key, title, title + ". A short piece about it, part " + number + ".");
    }
  }

  private void publishNews(String key, int number) {
    var day = LocalDate.ofInstant(clock.instant(), ZONE).toString();
    switch (number / 40 % 4) {
      case 0 -> caller.reprint(key, "The fair opens", FAIR, "Sample Morning Post", day, FAIR);
      case 1 -> caller.reprint(key, "The fair opens", FAIR, "Some forum", day, FAIR);
      case 2 ->
          caller.reprint(
              key,
              "The fair is full",
              FAIR.replace("Three hundred", "Only thirty").replace("free", "very expensive now"),
              "Fictional News Wire",
              day,
              FAIR);
      default ->
          caller.publish(
              key,
              "Seen at the fair",
              "A staff reporter writes: it was reported that the fair is full. A long queue.");
    }
  }

  private void rumor() {
    caller.publish(keys.getFirst(), "The bridge", RUMOR + ". Nobody was hurt.");
    caller.publish(keys.getLast(), "Heard at the market", "They say: " + RUMOR + "!");
    var rumors = server.office(Rumors.class);
    var id = rumors.open(RUMOR + ".", RUMOR, false, "staff:demo-handler").id();
    rumors.verify(id, true, "Sampleville council", "https://example.com/", "staff:demo-handler");
    rumors.contain(id, "staff:demo-handler");
    rumors.refute(id, "The bridge stands; it was closed for painting.", "staff:demo-officer");
    rumors.open("It will snow in Sampleville in July.", "snow in July", true, "staff:demo-handler");
  }

  /** Waits until the gateway's registers hold the new keys. */
  private static void pause() {
    try {
      Thread.sleep(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
