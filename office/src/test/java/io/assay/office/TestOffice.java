package io.assay.office;

import io.assay.gateway.config.GatewayConfig;
import io.assay.ledger.Ledger;
import io.assay.ledger.LedgerConfig;
import io.assay.ledger.vault.Retention;
import io.assay.ledger.vault.Vault;
import io.assay.ledger.vault.VaultConfig;
import io.assay.office.bootstrap.Bootstrap;
import io.assay.office.bootstrap.FirstRun;
import io.assay.office.content.Contents;
import io.assay.office.contract.Contract;
import io.assay.office.database.Database;
import io.assay.office.database.TestDatabase;
import io.assay.office.journal.Act;
import io.assay.office.journal.Journal;
import io.assay.office.staff.Role;
import io.assay.office.staff.StaffService;
import io.assay.office.staff.StaffService.Outcome;
import io.assay.office.web.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** A real office on a free port, over a database of its own. */
public final class TestOffice implements AutoCloseable {
  /** The password that every member made here chooses. */
  public static final String PASSWORD = "a password of my own";

  private final ConfigurableApplicationContext parent;
  private final ConfigurableApplicationContext office;
  private final List<Act> acts = new CopyOnWriteArrayList<>();
  private final FirstRun firstRun;
  private final Supplier<Contract> contract = SingletonSupplier.of(this::describe);
  private final Ledger ledger;
  private final Vault vault;

  @Configuration(proxyBeanMethods = false)
  static class Parent {}

  private TestOffice(OfficeConfig config, Clock clock) {
    Database database = TestDatabase.fresh();
    Journal journal = acts::add;
    ledger = Ledger.open(LedgerConfig.at(folder("ledger"), "office.example/test"));
    vault = vault(clock);
    parent =
        new SpringApplicationBuilder(Parent.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .initializers(
                context -> {
                  var beans = context.getBeanFactory();
                  beans.registerSingleton("officeConfig", config);
                  beans.registerSingleton("gatewayConfig", GatewayConfig.defaults());
                  beans.registerSingleton("clock", clock);
                  beans.registerSingleton("ledger", ledger);
                  beans.registerSingleton("vault", vault);
                  beans.registerSingleton("masterSecret", MasterSecret.of("a".repeat(43)));
                  beans.registerSingleton("journal", journal);
                })
            .properties(database.springProperties())
            .run();
    Map<String, Object> settings = new HashMap<>(OfficeApplication.settings(config));
    settings.put("server.port", 0);
    settings.put("spring.datasource.hikari.maximum-pool-size", 4);
    settings.putAll(database.springProperties());
    office =
        new SpringApplicationBuilder(OfficeApplication.class)
            .parent(parent)
            .bannerMode(Banner.Mode.OFF)
            .properties(settings)
            .run();
    firstRun = bean(Bootstrap.class).run(facts -> {}).orElseThrow();
  }

  public static TestOffice start() {
    return start(OfficeConfig.defaults(), Clock.systemUTC());
  }

  public static TestOffice start(OfficeConfig config, Clock clock) {
    return new TestOffice(config, clock);
  }

  public FirstRun firstRun() {
    return firstRun;
  }

  public <T> T bean(Class<T> type) {
    return office.getBean(type);
  }

  /** Every bean of a type. */
  public <T> Collection<T> beans(Class<T> type) {
    return office.getBeansOfType(type).values();
  }

  public List<Act> acts() {
    return List.copyOf(acts);
  }

  public List<String> actTypes() {
    return acts.stream().map(Act::type).toList();
  }

  /** A browser in which a new member with these roles has signed in and chosen a password. */
  public Browser browserOf(String name, Role... roles) {
    StaffService staff = bean(StaffService.class);
    if (!(staff.create(name, Set.of(roles), "system") instanceof Outcome.Created created)) {
      throw new IllegalStateException("no member " + name);
    }
    Browser browser = browser();
    expectRedirect(browser.signIn(name, created.oneTimePassword()));
    expectRedirect(browser.changePassword(created.oneTimePassword(), PASSWORD));
    return browser;
  }

  private static void expectRedirect(HttpResponse<String> answer) {
    String location = answer.headers().firstValue("Location").orElse("");
    if (!location.equals("/")) {
      throw new AssertionError("led to '" + location + "': " + answer.body());
    }
  }

  public Ledger ledger() {
    return ledger;
  }

  public Vault vault() {
    return vault;
  }

  private static Vault vault(Clock clock) {
    Path folder = folder("vault");
    return new Vault(
        VaultConfig.at(
            folder.resolve("vault"),
            folder.resolve("master.key"),
            new Retention(Site.ZONE, Map.of(Contents.EVENT_CLASS, 12)),
            clock));
  }

  public Browser browser() {
    return new Browser(address(), contract);
  }

  /** What the programming interface describes itself to answer. */
  public Contract contract() {
    return contract.get();
  }

  private Contract describe() {
    return new Contract(browser().get("/api/v1/openapi.json").body());
  }

  public String address() {
    return "http://localhost:" + office.getEnvironment().getRequiredProperty("local.server.port");
  }

  @Override
  public void close() {
    office.close();
    parent.close();
    ledger.close();
  }

  private static Path folder(String name) {
    try {
      return Files.createTempDirectory(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A browser without JavaScript: keeps cookies, fills in the CSRF field, follows no redirect. */
  public static final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final Supplier<Contract> contract;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    private Browser(String base, Supplier<Contract> contract) {
      this.base = base;
      this.contract = contract;
    }

    public HttpResponse<String> get(String path, String... headers) {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return send(request.GET());
    }

    /** The value of a cookie; empty when there is none. */
    public String cookie(String name) {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals(name))
          .map(HttpCookie::getValue)
          .findFirst()
          .orElse("");
    }

    /** Posts the form of the page at {@code page} to {@code path}. */
    public HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
      Matcher token = CSRF.matcher(get(page).body());
      Map<String, String> form = new HashMap<>(fields);
      if (token.find()) {
        form.put("_csrf", token.group(1));
      }
      return post(path, form);
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
      String body =
          form.entrySet().stream()
              .map(field -> field.getKey() + "=" + encoded(field.getValue()))
              .collect(Collectors.joining("&"));
      return send(
          HttpRequest.newBuilder(URI.create(base + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(body)));
    }

    /** Calls the programming interface with an access token; its answer must be as described. */
    public HttpResponse<String> call(
        String method, String path, String token, String json, String... headers) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(base + path))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(json));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return call(method, path, request);
    }

    /** The same with a request that is put together elsewhere. */
    public HttpResponse<String> call(String method, String path, HttpRequest.Builder request) {
      HttpResponse<String> answer = send(request);
      List<String> broken = contract.get().broken(method, path, answer);
      if (!broken.isEmpty()) {
        throw new AssertionError("not as described: " + broken + "\n" + answer.body());
      }
      return answer;
    }

    /** A new access token of the member who signed in here. */
    public String token() {
      String page = submit("/account/tokens", "/account/tokens", Map.of("name", "t")).body();
      Matcher secret = Pattern.compile("assay_st_[A-Za-z0-9_-]{43}").matcher(page);
      if (!secret.find()) {
        throw new AssertionError("no token on " + page);
      }
      return secret.group();
    }

    public HttpResponse<String> signIn(String name, String password) {
      return submit("/sign-in", "/sign-in", Map.of("username", name, "password", password));
    }

    public HttpResponse<String> changePassword(String current, String next) {
      return submit(
          "/account/password",
          "/account/password",
          Map.of("current", current, "next", next, "repeated", next));
    }

    /** What a download holds. */
    public byte[] bytes(String path) {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
      return send(request.GET(), BodyHandlers.ofByteArray()).body();
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
      return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(
        HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
      try {
        return client.send(request.build(), body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
