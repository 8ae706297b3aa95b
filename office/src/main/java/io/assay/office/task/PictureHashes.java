package io.assay.office.task;

import io.assay.office.content.Computation;
import io.assay.office.content.Content;
import io.assay.office.journal.Act;
import io.assay.review.image.Luma;
import io.assay.review.image.Pdq;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Hashes the pictures that wait, so that the same picture is decided once. */
@Component
public class PictureHashes {
  private static final int BATCH = 20;
  private static final long LARGEST = 50_000_000;

  /** What stands in place of a hash where there is none worth comparing. */
  static final String NONE = "";

  private final TaskStore tasks;
  private final Computation computation;

  PictureHashes(TaskStore tasks, Computation computation) {
    this.tasks = tasks;
    this.computation = computation;
  }

  /** Hashes what has come since. */
  @Scheduled(fixedDelay = 2_000)
  public void hash() {
    List<Task> fresh = tasks.unhashed(BATCH);
    if (fresh.isEmpty()) {
      return;
    }
    List<Optional<Content>> contents =
        computation.open(
            fresh.stream()
                .map(task -> new Computation.Wanted(task.exchange(), task.part()))
                .toList(),
            "picture-hash",
            Act.SYSTEM);
    for (int i = 0; i < fresh.size(); i++) {
      tasks.hashed(fresh.get(i).id(), contents.get(i).map(PictureHashes::of).orElse(NONE));
    }
  }

  /** The hash of the first picture, or none when it is not one that can be compared. */
  static String of(Content content) {
    if (!content.media().equals("image")) {
      return NONE;
    }
    try (ImageInputStream in =
        ImageIO.createImageInputStream(new ByteArrayInputStream(content.bytes()))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      return readers.hasNext() ? of(readers.next(), in) : NONE;
    } catch (IOException unreadable) {
      return NONE;
    }
  }

  private static String of(ImageReader reader, ImageInputStream in) throws IOException {
    try {
      reader.setInput(in, true, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > LARGEST) {
        return NONE;
      }
      BufferedImage picture = reader.read(0);
      int width = picture.getWidth();
      int height = picture.getHeight();
      int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
      Pdq pdq = Pdq.of(Luma.ofRgb(width, height, pixels));
      return pdq.quality() > Pdq.WORTHLESS ? pdq.hash().toString() : NONE;
    } finally {
      reader.dispose();
    }
  }
}
