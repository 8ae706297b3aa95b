package io.assay.app.serve;

import io.assay.gateway.http.Json;
import io.assay.office.bootstrap.FirstRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The facts of the first start, for scripts, readable by their owner alone. */
record FirstRunFile(Path path) {

  static FirstRunFile in(Path data) {
    return new FirstRunFile(data.resolve("first-run.json"));
  }

  void write(FirstRun facts, String gatewayUrl, String officeUrl) {
    var body =
        Json.object()
            .put("gateway_url", gatewayUrl)
            .put("office_url", officeUrl)
            .put("admin_user", facts.adminUser())
            .put("admin_password", facts.adminPassword());
    facts
        .trial()
        .ifPresent(
            trial ->
                body.put("trial_key", trial.trialKey())
                    .put("unverified_key", trial.unverifiedKey()));
    try {
      var draft =
          Files.createTempFile(
              path.toAbsolutePath().getParent(),
              "first-run-",
              ".part",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, body.toPrettyString() + "\n", StandardCharsets.UTF_8);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }
}
