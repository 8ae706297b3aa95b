package io.assay.office.web;

import io.assay.office.staff.OpenPaths;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Wires the static files and the two languages of the office. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    CacheControl forever = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(forever)
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    registry
        .addResourceHandler("/vendor/**")
        .addResourceLocations("classpath:/static/vendor/")
        .setCacheControl(forever);
  }

  @Bean
  LocaleResolver localeResolver() {
    return new ReaderLocale();
  }

  @Bean
  FilterRegistrationBean<ResourceUrlEncodingFilter> versionedLinks() {
    FilterRegistrationBean<ResourceUrlEncodingFilter> links =
        new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
    links.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
    return links;
  }

  @Bean
  OpenPaths openToAll() {
    return OpenPaths.of("/", "/preferences");
  }
}
