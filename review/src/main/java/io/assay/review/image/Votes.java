package io.assay.review.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The frames of one feature that matched frames of a clip, by the shift in time between them. */
final class Votes {

  private final Clip feature;
  private final List<Vote> votes = new ArrayList<>();

  private record Vote(long shift, long millis, int place) {}

  /** The frames that agree on a shift, and the stretch of the clip that they cover. */
  record Run(int frames, long startMillis, long endMillis) {}

  Votes(Clip feature) {
    this.feature = feature;
  }

  void add(long millis, int place) {
    votes.add(new Vote(millis - feature.frames().get(place).millis(), millis, place));
  }

  /** The number of frames that could vote. */
  int of() {
    return feature.frames().size();
  }

  /** The shift on which most frames agree, each frame counted once. */
  Optional<Run> best(long slack) {
    votes.sort(Comparator.comparingLong(Vote::shift));
    Map<Integer, Integer> inWindow = new HashMap<>();
    int most = 0;
    int bestFrom = 0;
    int bestTo = 0;
    int from = 0;
    for (int to = 0; to < votes.size(); to++) {
      inWindow.merge(votes.get(to).place(), 1, Integer::sum);
      while (votes.get(to).shift() - votes.get(from).shift() > slack) {
        inWindow.merge(votes.get(from++).place(), -1, (a, b) -> a + b == 0 ? null : a + b);
      }
      if (inWindow.size() > most) {
        most = inWindow.size();
        bestFrom = from;
        bestTo = to + 1;
      }
    }
    return most == 0 ? Optional.empty() : Optional.of(run(most, votes.subList(bestFrom, bestTo)));
  }

  private static Run run(int frames, List<Vote> agreeing) {
    long start = agreeing.stream().mapToLong(Vote::millis).min().orElse(0);
    long end = agreeing.stream().mapToLong(Vote::millis).max().orElse(0);
    return new Run(frames, start, end);
  }
}
