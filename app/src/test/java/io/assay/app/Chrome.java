package io.assay.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium that shows, pictures and prints the pages of one office. */
final class Chrome implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int QUALITY = 82;

  /** How a page is shown. */
  record Look(String language, String theme, int width) {
    static final Look DESK = new Look("zh", "light", 1280);
    static final Look DARK = new Look("zh", "dark", 1280);
    static final Look ENGLISH = new Look("en", "light", 1280);
    static final Look PHONE = new Look("zh", "light", 390);
  }

  private final ChromeDriver driver;
  private final String site;

  Chrome(String site, Path folder) {
    this.site = site;
    ChromeOptions options = new ChromeOptions();
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
        "--hide-scrollbars",
        "--user-data-dir=" + folder);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .usingAnyFreePort()
                .build(),
            options);
  }

  /** Signs in afresh, whoever was signed in before. */
  void signIn(String name, String password) {
    driver.get(site + "/sign-in");
    driver.manage().deleteAllCookies();
    driver.get(site + "/sign-in");
    driver.findElement(By.name("username")).sendKeys(name);
    driver.findElement(By.name("password")).sendKeys(password);
    driver.findElement(By.cssSelector("main button")).click();
    new WebDriverWait(driver, PATIENCE)
        .until(it -> !String.valueOf(it.getCurrentUrl()).contains("/sign-in"));
  }

  void open(String path, Look look) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            look.width(),
            "height",
            800,
            "deviceScaleFactor",
            1,
            "mobile",
            look.width() < 768));
    if (!String.valueOf(driver.getCurrentUrl()).startsWith(site)) {
      driver.get(site + "/assets/logo.svg");
    }
    driver.manage().addCookie(new Cookie("assay_lang", look.language()));
    driver.manage().addCookie(new Cookie("assay_theme", look.theme()));
    driver.get(site + path);
  }

  /** Where the first thing of a kind leads to, as a path. */
  String lead(String css) {
    String address = driver.findElement(By.cssSelector(css)).getDomProperty("href");
    return String.valueOf(address).substring(site.length());
  }

  boolean has(String css) {
    return !driver.findElements(By.cssSelector(css)).isEmpty();
  }

  /** Keeps a picture of the page that is open, at most so many pixels of it from the top. */
  void shoot(Path file, int most) {
    Number height = (Number) driver.executeScript("return document.documentElement.scrollHeight");
    Number width = (Number) driver.executeScript("return document.documentElement.clientWidth");
    double shown = Math.min(most, height == null ? most : height.doubleValue());
    Map<String, Object> clip =
        Map.of("x", 0, "y", 0, "width", width == null ? 1280 : width, "height", shown, "scale", 1);
    save(
        file,
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of(
                "format",
                "webp",
                "quality",
                QUALITY,
                "captureBeyondViewport",
                true,
                "clip",
                clip)));
  }

  /** Prints the page that is open to a PDF of A4 sheets. */
  byte[] print(Path file) {
    Map<String, Object> paper =
        Map.of(
            "paperWidth",
            8.27,
            "paperHeight",
            11.69,
            "printBackground",
            true,
            "preferCSSPageSize",
            true);
    return save(file, driver.executeCdpCommand("Page.printToPDF", paper));
  }

  private static byte[] save(Path file, Map<String, Object> answer) {
    byte[] bytes = Base64.getDecoder().decode(String.valueOf(answer.get("data")));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
