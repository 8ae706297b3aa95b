package io.assay.review.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.review.Category;
import io.assay.review.Characteristic.ClassifierThreshold;
import io.assay.review.Context;
import io.assay.review.Effect;
import io.assay.review.Feature;
import io.assay.review.Finding;
import io.assay.review.Location.Region;
import io.assay.review.Location.Whole;
import io.assay.review.Pool;
import io.assay.review.Rule;
import io.assay.review.classifier.Box.Unit;
import io.assay.review.classifier.Boxes.Sides.Cornered;
import io.assay.review.classifier.Boxes.Sides.Sized;
import io.assay.review.classifier.JsonService.Body;
import io.assay.review.classifier.JsonService.Reading;
import io.assay.review.classifier.JsonService.Signing;
import io.assay.review.classifier.LocalService.Told;
import io.assay.review.classifier.Outcome.Failed;
import io.assay.review.classifier.Outcome.Reason;
import io.assay.review.classifier.Outcome.Scored;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacedAnswerTest {
  private static final PictureSize SIZE = new PictureSize(1000, 500);
  private static final Boxes DETECTED =
      new Boxes(
          "/found",
          "/label",
          "",
          new Cornered("/box/0", "/box/1", "/box/2", "/box/3"),
          Unit.FRACTIONS);
  private static final String TWO_KNIVES =
      """
      {"found":[{"label":"knife","score":0.9,"box":[0.25,0.5,0.5,1]},
       {"label":"knife","score":0.6,"box":[0,0,0.125,0.25]},
       {"label":"flag","score":0.1,"box":null}]}
      """;

  @Test
  void aHitIsAFindingForEachPlaceOfItsLabel() {
    assertThat(findings(TWO_KNIVES, detector(), "knife"))
        .extracting(Finding::where)
        .containsExactly(new Region(0.25, 0.5, 0.25, 0.5), new Region(0, 0, 0.125, 0.25));
    assertThat(findings(TWO_KNIVES, detector(), "flag"))
        .extracting(Finding::where)
        .containsExactly(new Whole());
  }

  /** The shape of Alibaba Cloud's ImageModeration of 2022-03-02, values made up. */
  @Test
  void readsAnAnswerOfTheAliyunShape_whoseBoxesNameNoRiskLabel() {
    String answer =
        """
        {"Code":200,"Msg":"OK","Data":{"RiskLevel":"high","Result":[
         {"Label":"pt_logotoSocialNetwork","Confidence":97.1,"Description":"x"}],
         "Ext":{"LogoData":[{"Location":{"X":500,"Y":125,"W":250,"H":250},
          "Logo":[{"Label":"sns","Name":"x","Confidence":97.1}]}]}}}
        """;
    Boxes logos =
        new Boxes(
            "/Data/Ext/LogoData",
            "",
            "pt_logotoSocialNetwork",
            new Sized("/Location/X", "/Location/Y", "/Location/W", "/Location/H"),
            Unit.PIXELS);
    Reading reading =
        new Reading.Placed(
            new Reading.Labels(
                "/Data/Result", "/Label", "/Confidence", 100, "nonLabel", "/Code", "200"),
            List.of(logos));
    assertThat(findings(answer, reading, "pt_logotoSocialNetwork"))
        .extracting(Finding::where)
        .containsExactly(new Region(0.5, 0.25, 0.25, 0.5));
  }

  @Test
  void anAnswerWithoutBoxesIsOfTheWholePicture() {
    String answer = "{\"scores\":{\"knife\":0.9}}";
    Reading reading = new Reading.Placed(new Reading.Scores("/scores"), List.of(DETECTED));
    assertThat(findings(answer, reading, "knife"))
        .extracting(Finding::where)
        .containsExactly(new Whole());
  }

  @Test
  void aHitStands_whenItsPlaceIsNotInThePicture() {
    String answer = "{\"found\":[{\"label\":\"knife\",\"score\":1,\"box\":[10,10,90,90]}]}";
    assertThat(findings(answer, detector(), "knife"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.effect()).isEqualTo(Effect.BLOCK);
              assertThat(finding.where()).isEqualTo(new Whole());
              assertThat(finding.why()).contains("outside the picture");
            });
  }

  @Test
  void fails_whenABoxIsNotAsAgreed() {
    for (String item :
        new String[] {
          "{\"label\":\"knife\",\"score\":1,\"box\":[0,0,\"1\",1]}",
          "{\"label\":\"knife\",\"score\":1,\"box\":[0,0,1]}"
        }) {
      try (LocalService service =
          new LocalService(asked -> Told.ok("{\"found\":[" + item + "]}"))) {
        assertThat(((Failed) remote(service, detector()).classify("x")).reason())
            .isEqualTo(Reason.UNREADABLE);
      }
    }
  }

  @Test
  void aHitNamesAtMostSixteenPlaces() {
    List<Sighting> many =
        java.util.Collections.nCopies(
            40, new Sighting("knife", new Box(0, 0, 1, 1, Unit.FRACTIONS)));
    Classifier eyes = fixed(new Scored(Map.of("knife", 1.0), "1", true, many));
    assertThat(review(eyes, "knife").findings("x", SIZE, Context.output())).hasSize(16);
  }

  @Test
  void refusesBoxesThatCannotBeRead() {
    Sized sides = new Sized("/x", "/y", "/w", "/h");
    assertThatThrownBy(() -> new Boxes("/a", "", "", sides, Unit.PIXELS))
        .hasMessageContaining("label");
    assertThatThrownBy(() -> new Boxes("a", "/l", "", sides, Unit.PIXELS))
        .hasMessageContaining("write '/a'");
    assertThatThrownBy(
            () -> new Boxes("/a", "/l", "", new Sized("/x", "", "/w", "/h"), Unit.PIXELS))
        .hasMessageContaining("all four");
  }

  private static Reading detector() {
    return new Reading.Placed(
        new Reading.Labels("/found", "/label", "/score", 1, "", "", ""), List.of(DETECTED));
  }

  private static List<Finding> findings(String answer, Reading reading, String label) {
    try (LocalService service = new LocalService(asked -> Told.ok(answer))) {
      return review(remote(service, reading), label).findings("x", SIZE, Context.output());
    }
  }

  private static ClassifierReview review(Classifier classifier, String label) {
    Feature feature =
        Feature.of(
            "f1",
            new ClassifierThreshold("eyes", label, label.equals("flag") ? 0.1 : 0.5),
            Rule.of(Category.of("A.1.6")));
    return new ClassifierReview(
        Pool.of("1", List.of(feature)), List.of(classifier), InstantSource.system());
  }

  private static Classifier remote(LocalService service, Reading reading) {
    return new RemoteClassifier(
        new JsonService(
            "eyes",
            service.address(),
            Map.of(),
            new Body.Json("{\"picture\":{{text}}}"),
            new Signing.None(),
            reading,
            100,
            Duration.ofSeconds(5)),
        HttpClient.newHttpClient(),
        InstantSource.system());
  }

  private static Classifier fixed(Outcome outcome) {
    return new Classifier() {
      @Override
      public String name() {
        return "eyes";
      }

      @Override
      public Outcome classify(String text) {
        return outcome;
      }
    };
  }
}
