package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.json.JsonMapper;

/** A person in a real browser: signs in, follows an exchange, switches language, checks a file. */
class BrowserIT {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String NEW_PASSWORD = "a quiet river under seven bridges";

  @TempDir static Path folder;
  private static AssayProcess assay;
  private static ChromeDriver browser;
  private static Generated generated;

  /** A picture that the gateway made, and its exchange. */
  private record Generated(Path picture, String exchange) {}

  @BeforeAll
  static void start() throws Exception {
    assay = AssayProcess.start(folder.resolve("data"));
    generated = generate();
    var options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--window-size=1280,900",
        "--accept-lang=en",
        "--user-data-dir=" + folder.resolve("browser"));
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
            .usingAnyFreePort()
            .build();
    browser = new ChromeDriver(service, options);
    Files.createDirectories(SCREENSHOTS);
  }

  @AfterAll
  static void stop() {
    browser.quit();
    assay.close();
  }

  private static Generated generate() throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(assay.gateway() + "/v1/images/generations"))
              .header("Authorization", "Bearer " + assay.fact("trial_key"))
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"model\":\"sample-image\",\"prompt\":\"a lake\",\"size\":\"512x512\"}"))
              .build();
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      var exchange = answer.headers().firstValue("x-assay-content-id").orElseThrow();
      var encoded =
          JsonMapper.builder().build().readTree(answer.body()).at("/data/0/b64_json").asString();
      var picture = folder.resolve("lake.png");
      Files.write(picture, Base64.getDecoder().decode(encoded));
      return new Generated(picture, exchange);
    }
  }

  private static void type(String field, String text) {
    var input = browser.findElement(By.name(field));
    input.clear();
    input.sendKeys(text);
  }

  private static void submit(String field) {
    browser
        .findElement(By.name(field))
        .findElement(By.xpath("ancestor::form"))
        .findElement(By.cssSelector("button[type=submit], button:not([type])"))
        .click();
  }

  private static WebElement await(By what) {
    return new WebDriverWait(browser, Duration.ofSeconds(20))
        .until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  private static String page() {
    return browser.findElement(By.tagName("main")).getText();
  }

  private static void shoot(String name) throws IOException {
    Files.write(SCREENSHOTS.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
  }

  private static void language(String code) {
    browser.findElement(By.cssSelector("a[hreflang=" + code + "]")).click();
  }

  @Test
  void aPersonFollowsAnExchange() throws IOException {
    var exchange = generated.exchange();
    browser.get(assay.office() + "/sign-in");
    type("username", assay.fact("admin_user"));
    type("password", assay.fact("admin_password"));
    submit("password");
    type("current", assay.fact("admin_password"));
    type("next", NEW_PASSWORD);
    type("repeated", NEW_PASSWORD);
    submit("repeated");

    browser.get(assay.office() + "/overview");
    assertThat(page()).contains("Overview");
    shoot("overview-en");

    browser.get(assay.office() + "/exchanges");
    shoot("exchanges-en");
    await(By.cssSelector("a[href$='" + exchange + "']")).click();
    await(By.tagName("h1"));
    assertThat(page())
        .contains(
            exchange,
            "Input review",
            "Output review",
            "Delivered",
            "sample-image",
            "AIGC metadata");
    assertThat(page()).contains("reviewed 25 of 25 characters");
    shoot("exchange-en");

    language("zh");
    assertThat(page()).contains(exchange, "输入审核");
    shoot("exchange-zh");
  }

  @Test
  void anybodyChecksAFile() throws IOException {
    browser.get(assay.office() + "/verify");
    language("en");
    browser.findElement(By.name("file")).sendKeys(generated.picture().toString());
    await(By.xpath("//main//*[contains(., '" + generated.exchange() + "')]"));
    assertThat(page()).contains("Labels intact", "PNG", generated.exchange());
    shoot("verify-en");
  }
}
