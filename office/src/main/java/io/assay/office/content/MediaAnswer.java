package io.assay.office.content;

import io.assay.mark.container.Format;
import io.assay.mark.container.Source;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A picture or a sound as it is sent to whoever may see it: never kept, never taken for a page, in
 * parts where a player asks for a moment of it.
 */
public final class MediaAnswer {
  private MediaAnswer() {}

  public static ResponseEntity<Resource> of(Content content) {
    return ResponseEntity.ok()
        .contentType(type(content.bytes()))
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .body(new ByteArrayResource(content.bytes()));
  }

  private static MediaType type(byte[] file) {
    return Format.sniff(Source.of(file))
        .map(Format::mediaType)
        .map(MediaType::parseMediaType)
        .filter(it -> it.getType().equals("image") || it.getType().equals("audio"))
        .filter(it -> !it.getSubtype().contains("svg"))
        .orElse(MediaType.APPLICATION_OCTET_STREAM);
  }
}
