package io.assay.preview;

import io.assay.office.OfficeApplication;
import io.assay.office.OfficeConfig;
import io.assay.office.actor.Actor;
import io.assay.office.staff.Role;
import io.assay.office.staff.SignedIn;
import io.assay.office.web.WebConfiguration;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

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
          + " media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
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
        .addFilterBefore(PreviewApplication::signIn, AnonymousAuthenticationFilter.class)
        .headers(all -> all.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY)))
        .build();
  }

  /** A member of staff looks at the pages of the office, the public at the others. */
  private static void signIn(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = ((HttpServletRequest) request).getRequestURI();
    if (path.startsWith("/overview") || path.startsWith("/exchanges")) {
      SignedIn member = new SignedIn("1", "mei.lin", Set.of(Role.SECURITY_ADMIN), 0);
      SecurityContextHolder.getContext()
          .setAuthentication(
              UsernamePasswordAuthenticationToken.authenticated(member, "", List.of()));
    }
    chain.doFilter(request, response);
  }

  /** Stands for {@code io.assay.office.actor.Actors}: calls everybody as recorded. */
  public record Recorded() {
    public Actor of(String id, Locale language, Set<Role> reader) {
      return new Actor(id, id, "");
    }
  }

  @Bean
  Recorded actors() {
    return new Recorded();
  }

  @Bean
  UserDetailsService nobody() {
    return new InMemoryUserDetailsManager(
        User.withUsername("nobody").password("{noop}" + "unused").build());
  }
}
