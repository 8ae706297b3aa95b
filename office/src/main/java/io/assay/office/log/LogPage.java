package io.assay.office.log;

import io.assay.gateway.Duty;
import io.assay.ledger.Ledger;
import io.assay.ledger.Resource;
import io.assay.office.staff.OpenPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The live shard as a static log (c2sp.org/tlog-tiles): its checkpoint, its key and its tree, with
 * which receipts verify and rewriting shows. Bundles of entries name tenants and subjects, so they
 * are handed out as evidence and not here.
 */
@RestController
@Duty({"DS-10", "DS-21"})
class LogPage {
  private static final String ENTRIES = "tile/entries/";

  private final Ledger ledger;

  LogPage(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Anybody may read the log. */
  @Configuration(proxyBeanMethods = false)
  static class Door {
    @Bean
    OpenPaths logDoor() {
      return OpenPaths.of("/log", "/log/**");
    }
  }

  /** Which shard is live, and the key under which its checkpoints verify. */
  @GetMapping(value = "/log", produces = MediaType.TEXT_PLAIN_VALUE)
  String shard() {
    return "/log/" + ledger.shard() + "\n" + ledger.keys().getFirst() + "\n";
  }

  @GetMapping("/log/{shard}/**")
  ResponseEntity<byte[]> resource(@PathVariable String shard, HttpServletRequest request) {
    var path = request.getRequestURI().substring(("/log/" + shard + "/").length());
    return find(shard, path)
        .map(
            resource ->
                ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, resource.contentType())
                    .header(HttpHeaders.CACHE_CONTROL, resource.cacheControl())
                    .body(resource.content()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private Optional<Resource> find(String shard, String path) {
    return shard.equals(ledger.shard()) && !path.startsWith(ENTRIES)
        ? ledger.resource(path)
        : Optional.empty();
  }
}
