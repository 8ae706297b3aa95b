package io.assay.office.publication;

import io.assay.office.staff.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the public pages of publications to everybody. */
@Configuration(proxyBeanMethods = false)
class PublicationDoors {
  @Bean
  OpenPaths publicationDoor() {
    return OpenPaths.of(Publication.PATH + "**");
  }
}
