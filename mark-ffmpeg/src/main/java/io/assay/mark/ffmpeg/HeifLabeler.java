package io.assay.mark.ffmpeg;

import io.assay.mark.AppliedLabel;
import io.assay.mark.ExplicitLabel;
import io.assay.mark.Media;
import io.assay.mark.bmff.CodedItem;
import io.assay.mark.container.Source;
import io.assay.mark.explicit.Labeled;
import io.assay.mark.explicit.Labeler;
import io.assay.mark.explicit.Orientation;
import io.assay.mark.explicit.PictureLabel;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * Labels HEIC and AVIF pictures (GB 45438-2025 section 5.2). The coded picture, or the tiles of a
 * grid that the label touches, are decoded, labelled in their own planes and encoded again in their
 * codec; profile, Exif, turning and every other item stay, and the label is opaque. Thumbnails are
 * not labelled. Image sequences are {@link SequenceLabeler}'s.
 */
final class HeifLabeler implements Labeler {

  @Override
  public Labeled label(Media media, ExplicitLabel label) {
    if (SequenceLabeler.isSequence(media.source())) {
      return new SequenceLabeler().label(media, label);
    }
    try (Workshop workshop = new Workshop()) {
      CodedItem item = CodedItem.primary(media.source());
      HeifPicture picture = new HeifPicture(workshop, item);
      BufferedImage drawn = picture.brightness();
      Orientation orientation = Orientation.ofExif(item.orientation());
      AppliedLabel.Picture applied =
          new PictureLabel(label.texts().corner(), drawn, orientation).draw(drawn, 1);
      Rectangle area = orientation.stored(applied, picture.width(), picture.height());
      Source labelled = picture.paint(media.source(), drawn, area);
      Optional<CodedItem> alpha = CodedItem.primary(labelled).alpha();
      if (alpha.isPresent()) {
        HeifPicture opacity = new HeifPicture(workshop, alpha.get());
        labelled = opacity.fill(labelled, scaled(area, picture, opacity));
      }
      HeifPicture read = new HeifPicture(workshop, CodedItem.primary(labelled));
      ReadBack.requireVisible(drawn, read.brightness(), area);
      return new Labeled(new Media(labelled, media.format()), List.of(applied));
    }
  }

  /** The same area of a picture of another size. */
  private static Rectangle scaled(Rectangle area, HeifPicture from, HeifPicture to) {
    int left = (int) ((long) area.x * to.width() / from.width());
    int top = (int) ((long) area.y * to.height() / from.height());
    int right = (int) Math.ceilDiv((long) (area.x + area.width) * to.width(), from.width());
    int bottom = (int) Math.ceilDiv((long) (area.y + area.height) * to.height(), from.height());
    return new Rectangle(left, top, right - left, bottom - top);
  }
}
