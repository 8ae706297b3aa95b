package io.assay.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.gateway.access.Release.Answer;
import io.assay.gateway.access.Release.File;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private static final byte[] ONE = {1};
  private static final byte[] OTHER = {2};

  @Test
  void coversEveryFileThatWasReleased_andNoOther() {
    var hashes = Set.of(Release.hash("s", ONE), Release.hash("s", OTHER));
    var release = new Release("review", "s", hashes, Optional.empty());
    assertThat(release.covers(ONE)).isTrue();
    assertThat(release.covers(OTHER)).isTrue();
    assertThat(release.covers(new byte[] {1, 2})).isFalse();
    assertThat(new Release("review", "t", hashes, Optional.empty()).covers(ONE)).isFalse();
  }

  @Test
  void answersItsRequestAlone() {
    var request = "m\na lantern".getBytes(UTF_8);
    var files = List.of(new File("output", "c1"), new File("output-2", "c2"));
    var answer = new Answer("image", Release.hash("s", request), "shard", "ex", files);
    var release = new Release("review", "s", Set.of(), Optional.of(answer));
    assertThat(release.answers("image", request)).isTrue();
    assertThat(release.answers("speech", request)).isFalse();
    assertThat(release.answers("image", ONE)).isFalse();
    assertThatThrownBy(() -> new Answer("image", "", "shard", "ex", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
