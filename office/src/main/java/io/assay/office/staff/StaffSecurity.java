package io.assay.office.staff;

import io.assay.office.OfficeConfig;
import io.assay.office.idempotency.Idempotency;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who gets in, by which door, and what every answer tells the browser to refuse. */
@Configuration(proxyBeanMethods = false)
class StaffSecurity implements WebMvcConfigurer {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** Where the programming interface describes itself, to everybody. */
  private static final String DESCRIPTION = "/api/v1/openapi.json";

  private static final String PERMISSIONS_POLICY =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

  @Bean
  OpenPaths doors() {
    return OpenPaths.of("/sign-in", "/assets/**", "/vendor/**", "/favicon.ico", "/error");
  }

  /** The programming interface: an access token with every request, no session, no form token. */
  @Bean
  @Order(1)
  SecurityFilterChain interfaceChain(
      HttpSecurity http, AccessTokens tokens, Idempotency idempotency, List<OpenPaths> open)
      throws Exception {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(
            paths ->
                paths
                    .requestMatchers(DESCRIPTION)
                    .permitAll()
                    .requestMatchers(patterns(open, door -> true))
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .addFilterBefore(new TokenFilter(tokens), AuthorizationFilter.class)
        .addFilterAfter(idempotency.filter(), AuthorizationFilter.class)
        .exceptionHandling(
            refusal ->
                refusal
                    .authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))
                    .accessDeniedHandler(
                        (request, response, denied) ->
                            response.setStatus(HttpStatus.FORBIDDEN.value())))
        .csrf(CsrfConfigurer::disable)
        .requestCache(RequestCacheConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives("default-src 'none'"))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain officeChain(
      HttpSecurity http,
      MemberStore members,
      StaffLimits limits,
      List<OpenPaths> open,
      OfficeConfig config)
      throws Exception {
    return http.authorizeHttpRequests(
            paths ->
                paths
                    .requestMatchers(patterns(open, door -> true))
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .csrf(token -> token.ignoringRequestMatchers(patterns(open, door -> !door.formToken())))
        .formLogin(
            form -> form.loginPage("/sign-in").defaultSuccessUrl("/").failureUrl("/sign-in?error"))
        .logout(
            end ->
                end.logoutUrl("/sign-out")
                    .logoutSuccessUrl("/sign-in?signedOut")
                    .deleteCookies("assay_office"))
        .addFilterBefore(
            new SessionStanding(members, limits, config.production()), AuthorizationFilter.class)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                    .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                    .frameOptions(FrameOptionsConfig::deny))
        .build();
  }

  private static String[] patterns(List<OpenPaths> open, Predicate<OpenPaths> which) {
    return open.stream()
        .filter(which)
        .flatMap(door -> door.patterns().stream())
        .toArray(String[]::new);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new AllowedCheck());
  }
}
