package io.assay.app.serve;

import io.assay.gateway.config.GatewayConfig;
import io.assay.gateway.config.LabelConfig;
import io.assay.office.bootstrap.FirstRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** What the program says when everything runs. */
record Welcome(PrintWriter out, Path data) {

  void print(String gateway, String office, Optional<FirstRun> first, GatewayConfig config) {
    out.println();
    out.println("  Gateway  " + gateway + "/v1   (base_url of any OpenAI client)");
    out.println("  Office   " + office + "      (staff)");
    out.println("  Verify   " + office + "/verify (public)");
    out.println();
    first.ifPresent(this::created);
    if (config.upstreams().isEmpty()) {
      out.println(
          "  No upstream is configured: the built-in sample answers as sample-chat, sample-image"
              + " and sample-speech. Set gateway.upstreams in config/assay.yaml.");
    }
    if (config.labels().contentProducer().equals(LabelConfig.UNSET_PRODUCER)) {
      out.println(
          "  Labels name no provider yet: set gateway.labels.contentProducer in"
              + " config/assay.yaml.");
    }
    out.println("  Ctrl-C stops everything.");
    out.flush();
  }

  private void created(FirstRun first) {
    out.println("  First start. Created in " + data + ":");
    out.println("    pg/              the PostgreSQL database: registers and cases");
    out.println("    ledger/          the log of every decision, label and delivery");
    out.println("    registry/        the log of that log's shards: a missing one shows");
    out.println("    vault/           prompts and outputs, encrypted under keys of their own");
    out.println("    secrets/         the keys to all that; back them up apart, lose none");
    out.println("    pki/             a development chain that seals files; root.pem is its root");
    out.println("    content/         labelled files that are delivered by address");
    out.println("    logs/            the program's own log");
    out.println("    first-run.json   the facts below, for scripts; readable by you alone");
    out.println();
    out.println("  Administrator    " + first.adminUser());
    out.println("  One-time password  " + first.adminPassword());
    first
        .trial()
        .ifPresent(
            trial -> {
              out.println("  Trial API key    " + trial.trialKey());
              out.println(
                  "  Key of a user whose identity is not verified: " + trial.unverifiedKey());
            });
    out.println();
  }
}
