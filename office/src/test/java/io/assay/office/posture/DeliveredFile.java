package io.assay.office.posture;

import io.assay.gateway.config.GatewayConfig;
import io.assay.gateway.journal.ContentRecord;
import io.assay.gateway.journal.ExchangeClosed;
import io.assay.gateway.journal.ExchangeReceived;
import io.assay.gateway.journal.LabelRecord;
import io.assay.gateway.journal.Measure;
import io.assay.gateway.journal.Origin;
import io.assay.gateway.journal.Outcome;
import io.assay.gateway.journal.OutputRecord;
import io.assay.gateway.journal.Reviewed;
import io.assay.ledger.Acknowledgement;
import io.assay.ledger.Entry;
import io.assay.ledger.vault.Address;
import io.assay.ledger.vault.Sealed;
import io.assay.mark.LabelRequest;
import io.assay.mark.Marked;
import io.assay.mark.Marker;
import io.assay.mark.Media;
import io.assay.mark.aigc.AigcLabel;
import io.assay.office.TestOffice;
import io.assay.office.content.Contents;
import io.assay.office.exchange.Projection;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A labelled picture that an office knows as delivered, kept in its vault. */
public record DeliveredFile(String exchange, String aigc, byte[] bytes) {
  private static final String PRODUCER = GatewayConfig.defaults().labels().contentProducer();
  private static final String SUBJECT = "sub_painter";

  /** Delivers a picture of one colour as the gateway would. */
  public static DeliveredFile of(TestOffice office, String exchange, Color colour, Instant at) {
    AigcLabel label = AigcLabel.produced(PRODUCER, exchange);
    Marked marked = marked(picture(colour), label);
    deliver(office, exchange, marked, marked.bytes(), label, at);
    return new DeliveredFile(exchange, label.json(), marked.bytes());
  }

  /** The same, while what is kept is other bytes than those whose label is on record. */
  public static void swapped(TestOffice office, String exchange, Color colour, Instant at) {
    AigcLabel label = AigcLabel.produced(PRODUCER, exchange);
    Marked marked = marked(picture(colour), label);
    deliver(office, exchange, marked, picture(colour), label, at);
  }

  /** Delivers several pictures in one answer, of which the last is kept without its label. */
  public static void several(TestOffice office, String exchange, List<Color> colours, Instant at) {
    List<ContentRecord> contents = new ArrayList<>();
    List<OutputRecord> outputs = new ArrayList<>();
    for (int number = 1; number <= colours.size(); number++) {
      Color colour = colours.get(number - 1);
      AigcLabel label = AigcLabel.produced(PRODUCER, exchange + "-" + number);
      Marked marked = marked(picture(colour), label);
      byte[] kept = number < colours.size() ? marked.bytes() : picture(colour);
      String field = OutputRecord.field(number);
      outputs.add(new OutputRecord(field, "data", keep(office, exchange, field, kept)));
      contents.add(new ContentRecord(label.produceId(), label.json(), marked.payloadSha256()));
    }
    deliver(office, exchange, contents, outputs, at);
  }

  /** This picture's label on another picture. */
  public byte[] labelOn(Color colour) {
    return marked(picture(colour), AigcLabel.produced(PRODUCER, exchange)).bytes();
  }

  private static Marked marked(byte[] picture, AigcLabel label) {
    return Marker.standard().mark(Media.of(picture), LabelRequest.of(label).implicitOnly());
  }

  private static void deliver(
      TestOffice office, String exchange, Marked marked, byte[] kept, AigcLabel label, Instant at) {
    deliver(
        office,
        exchange,
        List.of(new ContentRecord(exchange, label.json(), marked.payloadSha256())),
        OutputRecord.whole(keep(office, exchange, OutputRecord.FIELD, kept)),
        at);
  }

  private static Measure keep(TestOffice office, String exchange, String field, byte[] kept) {
    Address address =
        new Address(office.ledger().shard(), SUBJECT, exchange, field, Contents.EVENT_CLASS);
    Sealed sealed = office.vault().seal(address, kept);
    sealed.await();
    return new Measure("image", kept.length, sealed.commitment().toString());
  }

  private static void deliver(
      TestOffice office,
      String exchange,
      List<ContentRecord> contents,
      List<OutputRecord> outputs,
      Instant at) {
    Origin origin =
        new Origin("tnt", "key", SUBJECT, "/v1/images/generations", "image", "sample-image");
    append(
        office,
        ExchangeReceived.TYPE,
        new ExchangeReceived(exchange, origin, false, Measure.NOTHING, List.of()).body(),
        at);
    ExchangeClosed closed =
        new ExchangeClosed(
            exchange,
            origin,
            false,
            Outcome.DELIVERED,
            "",
            "image",
            "pool-1",
            exchange,
            List.of(),
            List.of(new LabelRecord("IMPLICIT", "aigc", "PNG", "ProduceID " + exchange)),
            contents,
            outputs,
            Reviewed.NOTHING,
            List.of(),
            "",
            "");
    append(office, ExchangeClosed.TYPE, closed.body(), at);
    office.ledger().publish();
    office.bean(Projection.class).catchUp();
  }

  private static void append(TestOffice office, String type, Map<String, Object> body, Instant at) {
    office.ledger().append(Entry.of(type, at, body)).await(Acknowledgement.DURABLE);
  }

  /** A picture without any label. */
  public static byte[] picture(Color colour) {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setColor(colour);
    brush.fillRect(8, 8, 40, 40);
    brush.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
