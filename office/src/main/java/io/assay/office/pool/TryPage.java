package io.assay.office.pool;

import static io.assay.office.approval.ActionRefusedException.refuseUnless;

import io.assay.office.approval.ActionRefusedException;
import io.assay.office.staff.Allowed;
import io.assay.office.staff.Right;
import io.assay.review.Direction;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Why does this text, this picture or this sound hit? */
@Controller
@Allowed(Right.POOL_READ)
class TryPage {
  private final TestBench bench;
  private final FileBench files;

  TryPage(TestBench bench, FileBench files) {
    this.bench = bench;
    this.files = files;
  }

  @GetMapping("/pool/try")
  String form(@RequestParam(defaultValue = "") String feature, Model model) {
    return page("", Direction.INPUT, feature, model);
  }

  @PostMapping("/pool/try")
  String run(
      @RequestParam String text,
      @RequestParam(defaultValue = "INPUT") Direction direction,
      @RequestParam(defaultValue = "") String feature,
      HttpServletResponse response,
      Model model) {
    try {
      model.addAttribute("answer", bench.run(text, direction, feature.strip()));
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
    }
    return page(text, direction, feature.strip(), model);
  }

  /** The same for a picture or a sound, of which nothing is kept. */
  @PostMapping("/pool/try/file")
  String run(
      @RequestParam MultipartFile sample,
      @RequestParam(defaultValue = "OUTPUT") Direction direction,
      @RequestParam(defaultValue = "") String feature,
      HttpServletResponse response,
      Model model) {
    try {
      refuseUnless(sample.getSize() <= Fingerprints.LARGEST, "pool.sample.large");
      model.addAttribute("seen", files.run(bytes(sample), direction, feature.strip()));
    } catch (ActionRefusedException refused) {
      response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
      model.addAttribute("refusal", refused.code());
    }
    return page("", direction, feature.strip(), model);
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the uploaded file cannot be read", e);
    }
  }

  private static String page(String text, Direction direction, String feature, Model model) {
    model.addAttribute("text", text);
    model.addAttribute("direction", direction);
    model.addAttribute("directions", Direction.values());
    model.addAttribute("feature", feature);
    model.addAttribute("longest", TestBench.LONGEST);
    return "pool/try";
  }
}
