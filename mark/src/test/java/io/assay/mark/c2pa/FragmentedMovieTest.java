package io.assay.mark.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.assay.mark.bmff.Box;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.c2pa.validation.ValidationReport;
import io.assay.mark.container.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Movies whose fragments are delivered apart, against our reader and the c2pa-rs engine. */
class FragmentedMovieTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int MANY = 37;

  @TempDir static Path folder;
  private static DevelopmentPki pki;
  private static Source start;
  private static List<Source> fragments;
  private static FragmentedMovie sealed;

  @BeforeAll
  static void splitAndSeal() {
    pki = DevelopmentPki.openOrCreate(folder.resolve("pki"), CLOCK);
    Source movie = Samples.read("fragmented.mp4");
    List<Box> top = Box.top(movie);
    List<Box> moofs = top.stream().filter(box -> box.type().equals("moof")).toList();
    start = Source.of(movie.bytes(0, moofs.getFirst().whole().at()));
    List<Source> own = new ArrayList<>();
    for (Box moof : moofs) {
      Box mdat = top.get(top.indexOf(moof) + 1);
      own.add(Source.of(movie.bytes(moof.whole().at(), mdat.whole().end() - moof.whole().at())));
    }
    fragments = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      fragments.add(own.get(i % own.size()));
    }
    sealed = seal(start, fragments);
  }

  private static FragmentedMovie seal(Source start, List<Source> fragments) {
    ManifestRequest request = ManifestRequest.created("A movie", "Assay", "1.0");
    return C2pa.embedFragmented(start, fragments, request, pki.signer());
  }

  private static ValidationReport validate(Source start, Source fragment) {
    return C2pa.validateFragment(start, fragment, pki.trustAnchors(), CLOCK).orElseThrow();
  }

  @Test
  void everyFragmentIsTrusted() {
    for (Source fragment : sealed.fragments()) {
      ValidationReport report = validate(sealed.start(), fragment);
      assertThat(report.failures()).isEmpty();
      assertThat(report.state()).isEqualTo(ValidationReport.State.TRUSTED);
    }
  }

  @Test
  void aChangedFragmentOrStartIsNot() {
    Source fragment = sealed.fragments().get(20);
    assertThat(
            validate(sealed.start(), flipped(fragment))
                .has(StatusCode.ASSERTION_BMFF_HASH_MISMATCH))
        .isTrue();
    assertThat(validate(flipped(sealed.start()), fragment).state())
        .isEqualTo(ValidationReport.State.INVALID);
    assertThat(validate(sealed.start(), fragments.get(20)).state())
        .isEqualTo(ValidationReport.State.INVALID);
  }

  /** One bit of the last box, which no hash leaves out. */
  private static Source flipped(Source source) {
    byte[] bytes = source.bytes();
    bytes[bytes.length - 5] ^= 1;
    return Source.of(bytes);
  }

  @Test
  void aFragmentOfAnotherMovieDoesNotBelong() {
    FragmentedMovie other = seal(start, fragments.subList(1, 6));
    assertThat(validate(sealed.start(), other.fragments().get(2)).state())
        .isEqualTo(ValidationReport.State.INVALID);
  }

  @Test
  void theEngineTrustsThemToo() throws IOException {
    Path init = Files.write(folder.resolve("init.mp4"), sealed.start().bytes());
    Map<Path, String> asked = new LinkedHashMap<>();
    for (int i : new int[] {0, 1, 20, MANY - 1}) {
      Path path = folder.resolve("fragment" + i + ".m4s");
      Files.write(path, sealed.fragments().get(i).bytes());
      asked.put(path, "video/mp4\t" + init);
    }
    Path damaged = folder.resolve("damaged.m4s");
    Files.write(damaged, flipped(sealed.fragments().get(20)).bytes());
    asked.put(damaged, "video/mp4\t" + init);
    List<ReferenceEngine.Verdict> verdicts =
        ReferenceEngine.validate(asked, Files.readString(folder.resolve("pki/root.pem")));
    assertThat(verdicts.subList(0, 4))
        .allSatisfy(verdict -> assertThat(verdict.state()).as(verdict.json()).isEqualTo("Trusted"));
    assertThat(verdicts.getLast().state()).as(verdicts.getLast().json()).isEqualTo("Invalid");
  }
}
