package io.assay.office.identity;

import io.assay.office.OfficeConfig;
import io.assay.office.SmsConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verifier of each method that asks a register. */
record Verifiers(Verifier resident, Verifier organisation) {

  Verifier of(Method method) {
    return switch (method) {
      case RESIDENT_ID -> resident;
      case ORGANISATION_CODE -> organisation;
      case MOBILE_CODE, NETWORK_IDENTITY, DEVELOPMENT_TRIAL ->
          throw new IllegalArgumentException(method + " asks no register");
    };
  }

  /** Makes the providers that the configuration names. */
  @Configuration(proxyBeanMethods = false)
  static class Providers {

    @Bean
    Verifiers verifiers(OfficeConfig config) {
      return new Verifiers(
          new HttpVerifier(config.residentVerifier()),
          new HttpVerifier(config.organisationVerifier()));
    }

    @Bean
    SmsSender smsSender(OfficeConfig config) {
      SmsConfig sms = config.sms();
      return switch (sms.kind()) {
        case NONE -> new NoSms();
        case CONSOLE -> new ConsoleSms();
        case HTTP -> new HttpSms(sms);
      };
    }
  }
}
