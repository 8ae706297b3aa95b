package io.assay.preview;

import io.assay.office.OfficeApplication;
import io.assay.office.OfficeConfig;
import io.assay.office.web.WebConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Serves the office's templates over sample data, open to everybody. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    })
@ComponentScan(basePackageClasses = {PreviewApplication.class, WebConfiguration.class})
class PreviewApplication {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  static ConfigurableApplicationContext start(int port) {
    return new SpringApplicationBuilder(PreviewApplication.class)
        .properties(OfficeApplication.settings(OfficeConfig.defaults()))
        .properties("server.port=" + port)
        .run();
  }

  @Bean
  SecurityFilterChain open(HttpSecurity http) {
    return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .headers(all -> all.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY)))
        .build();
  }

  @Bean
  UserDetailsService nobody() {
    return new InMemoryUserDetailsManager(
        User.withUsername("nobody").password("{noop}" + "unused").build());
  }
}
