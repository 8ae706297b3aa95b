package io.assay.office.verify;

import io.assay.gateway.label.Sealing;
import io.assay.mark.Inspector;
import io.assay.office.staff.OpenPaths;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Opens the check to everybody and bounds what they may send. */
@Configuration(proxyBeanMethods = false)
class CheckConfiguration {
  /** The largest upload that the server takes at all. */
  private static final DataSize LARGEST = DataSize.ofMegabytes(CheckNumbers.FILE_SIZE.most());

  private static final DataSize FORM_AROUND_IT = DataSize.ofKilobytes(64);

  @Bean
  OpenPaths checkDoor() {
    return OpenPaths.withoutFormToken("/verify");
  }

  @Bean
  MultipartConfigElement multipartConfig() {
    MultipartConfigFactory bounds = new MultipartConfigFactory();
    bounds.setMaxFileSize(LARGEST);
    bounds.setMaxRequestSize(DataSize.ofBytes(LARGEST.toBytes() + FORM_AROUND_IT.toBytes()));
    return bounds.createMultipartConfig();
  }

  @Bean
  Inspector inspector(IssuedLabels issued, ObjectProvider<Sealing> sealing) {
    Inspector inspector = Inspector.standard().withRegistry(issued);
    return sealing.stream()
        .flatMap(it -> it.probe().stream())
        .findFirst()
        .map(inspector::withProbe)
        .orElse(inspector);
  }
}
