package io.assay.office.content;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.content.View.Part;
import io.assay.office.exchange.ExchangeDetail;
import io.assay.office.exchange.ExchangeIndex;
import io.assay.office.staff.SignedIn;
import org.springframework.stereotype.Component;

/** Opens a picture or a sound of an exchange on the ground that its reader has. */
@Component
class Files {
  private final ExchangeIndex exchanges;
  private final Contents contents;

  Files(ExchangeIndex exchanges, Contents contents) {
    this.exchanges = exchanges;
    this.contents = contents;
  }

  /**
   * The file.
   *
   * @throws ActionRefusedException as {@link Contents#open} does
   */
  Content open(String exchange, String field, SignedIn reader) {
    ExchangeDetail detail =
        exchanges.find(exchange).orElseThrow(() -> new ActionRefusedException("content.unknown"));
    Contents.Ground ground =
        contents
            .ground(exchange, reader)
            .orElseThrow(() -> new ActionRefusedException("content.not-held"));
    boolean request = detail.files().request().stream().anyMatch(it -> it.field().equals(field));
    Part part = request ? Part.ATTACHMENT : Part.OUTPUT;
    return contents.open(
        new View(exchange, part, field, ground.purpose(), ground.about(), ""), reader);
  }
}
