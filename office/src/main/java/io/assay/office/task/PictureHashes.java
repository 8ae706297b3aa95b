package io.assay.office.task;

import io.assay.gateway.decode.Pictures;
import io.assay.office.content.Content;
import io.assay.office.exchange.ExchangeDetail.File;
import io.assay.review.image.Hash256;
import io.assay.review.image.Pdq;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Hashes the pictures that wait, so that the same picture is decided once. */
@Component
public class PictureHashes {
  private static final int BATCH = 20;
  private static final String BETWEEN = " ";

  /** What stands in place of a hash where there is none worth comparing. */
  static final String NONE = "";

  private final TaskStore tasks;
  private final TaskFiles files;

  PictureHashes(TaskStore tasks, TaskFiles files) {
    this.tasks = tasks;
    this.files = files;
  }

  /** Hashes what has come since. */
  @Scheduled(fixedDelay = 2_000)
  public void hash() {
    tasks.unhashed(BATCH).forEach(task -> tasks.hashed(task.id(), of(task)));
  }

  /** The hashes of all pictures of a task, or none when one cannot be compared. */
  private String of(Task task) {
    List<File> all = files.of(task);
    List<String> hashes =
        all.stream()
            .flatMap(file -> files.content(task, file.field(), "picture-hash").stream())
            .map(PictureHashes::of)
            .toList();
    return hashes.size() < all.size() || hashes.contains(NONE)
        ? NONE
        : String.join(BETWEEN, hashes);
  }

  /** The hash of a picture, or none when it is not one that can be compared. */
  static String of(Content content) {
    return Optional.of(content)
        .filter(it -> it.media().equals("image"))
        .flatMap(it -> Pictures.luma(it.bytes()))
        .map(Pdq::of)
        .filter(pdq -> pdq.quality() > Pdq.WORTHLESS)
        .map(pdq -> pdq.hash().toString())
        .orElse(NONE);
  }

  /** Whether two tasks show the same pictures in the same order. */
  static boolean alike(String one, String other) {
    List<String> ours = List.of(one.split(BETWEEN, -1));
    List<String> theirs = List.of(other.split(BETWEEN, -1));
    if (ours.size() != theirs.size()) {
      return false;
    }
    for (int i = 0; i < ours.size(); i++) {
      if (Hash256.parse(ours.get(i)).distance(Hash256.parse(theirs.get(i))) > Pdq.MATCH) {
        return false;
      }
    }
    return true;
  }
}
