package io.assay.office.content;

import io.assay.ledger.Ledger;
import io.assay.ledger.vault.Eraser;
import io.assay.ledger.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings what holds the payloads of the vault. */
@Configuration(proxyBeanMethods = false)
class Holding {
  @Bean
  Eraser eraser(Vault vault, Ledger ledger) {
    return new Eraser(vault, ledger);
  }
}
