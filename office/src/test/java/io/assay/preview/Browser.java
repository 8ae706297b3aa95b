package io.assay.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium that shows a page in one language, theme and width. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChromeDriver driver;
  private final String site;

  Browser(String site) {
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
        "--disable-quic",
        "--hide-scrollbars",
        "--user-data-dir=" + freshDirectory());
    options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
  }

  /** Opens a page as a reader of the given language and theme on a screen of the given width. */
  void open(String path, Look look) {
    int width = look.width();
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 768));
    if (!String.valueOf(driver.getCurrentUrl()).startsWith(site)) {
      driver.get(site + "/preferences?back=/assets/logo.svg");
    }
    driver.manage().addCookie(new Cookie("assay_lang", look.language()));
    driver.manage().addCookie(new Cookie("assay_theme", look.theme()));
    driver.get(site + path);
  }

  void type(String field, String text) {
    driver.findElement(By.name(field)).sendKeys(text);
  }

  /** Presses what leads to another page, and waits for that page. */
  void press(String css) {
    markLeft();
    WebElement pressed = driver.findElement(By.cssSelector(css));
    driver.executeScript(
        "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", pressed);
    pressed.click();
    new WebDriverWait(driver, PATIENCE).until(it -> arrived());
  }

  /** Presses a key that leads to another page, and waits for that page. */
  void key(String key) {
    markLeft();
    driver.findElement(By.tagName("body")).sendKeys(key);
    new WebDriverWait(driver, PATIENCE).until(it -> arrived());
  }

  /** Presses a key that changes the page. */
  void tap(String key) {
    driver.findElement(By.tagName("body")).sendKeys(key);
  }

  /** The place to which a key leads from another page. */
  String afterKeyFrom(String path, String key, Look look) {
    open(path, look);
    key(key);
    return place();
  }

  /** Signs in afresh, whoever was signed in before. */
  void signInAs(String name, String password, Look look) {
    open("/sign-in", look);
    forgetAll();
    open("/sign-in", look);
    type("username", name);
    type("password", password);
    press("main button");
  }

  private void markLeft() {
    driver.executeScript("window.assayLeft = true");
  }

  /** Whether another page stands there, whole; while one gives way to the other nothing answers. */
  private boolean arrived() {
    try {
      return Boolean.TRUE.equals(
          driver.executeScript("return !window.assayLeft && document.readyState === 'complete'"));
    } catch (WebDriverException between) {
      return false;
    }
  }

  /** Gives a file field a file, as dropping or picking it would. */
  void choose(String field, Path file) {
    driver.findElement(By.name(field)).sendKeys(file.toString());
  }

  /** Turns scripts of pages on or off from the next page on. */
  void scripts(boolean on) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  /** Cuts the connection or restores it. */
  void connected(boolean on) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", !on, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** Forgets a cookie and returns its value. */
  String forget(String cookie) {
    String value = Objects.requireNonNull(driver.manage().getCookieNamed(cookie)).getValue();
    driver.manage().deleteCookieNamed(cookie);
    return value;
  }

  /** Forgets every cookie, and with them who is signed in. */
  void forgetAll() {
    driver.manage().deleteAllCookies();
  }

  /** Presses keys with nothing in focus. */
  void keys(String keys) {
    driver.findElement(By.tagName("body")).sendKeys(keys);
  }

  void remember(String cookie, String value) {
    driver.manage().deleteCookieNamed(cookie);
    driver.manage().addCookie(new Cookie(cookie, value));
  }

  boolean sees(String css) {
    return driver.findElement(By.cssSelector(css)).isDisplayed();
  }

  int count(String css) {
    return driver.findElements(By.cssSelector(css)).size();
  }

  void waitUntil(String condition) {
    new WebDriverWait(driver, PATIENCE)
        .until(it -> Boolean.TRUE.equals(driver.executeScript(condition)));
  }

  /** Path and query of the page that is open. */
  String place() {
    return String.valueOf(driver.getCurrentUrl()).substring(site.length());
  }

  String text(String css) {
    return driver.findElement(By.cssSelector(css)).getText();
  }

  Object run(String script) {
    return Objects.requireNonNull(driver.executeScript(script));
  }

  Object runAsync(String script) {
    return Objects.requireNonNull(driver.executeAsyncScript(script));
  }

  /** What the browser complained of since the last call: errors, refused styles and scripts. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(it -> it.getMessage())
        .toList();
  }

  /** Saves the whole page, however long, as a picture. */
  void shoot(Path png) {
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    try {
      Files.createDirectories(Objects.requireNonNull(png.getParent()));
      Files.write(png, Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static Path freshDirectory() {
    try {
      return Files.createTempDirectory("assay-browser");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
