package io.assay.office.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does a changing request of the programming interface once for each {@code Idempotency-Key} of a
 * member, and answers its repetitions with the answer of the first. An answer of 500 or above is
 * not kept: that request may be tried again. At the doors that are open to everybody the key alone
 * leads to the answer, so it has to be long, and a refusal is not kept.
 */
public final class IdempotencyFilter extends OncePerRequestFilter {
  static final String KEY = "Idempotency-Key";
  static final String REPLAYED = "Idempotency-Replayed";
  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final String ANYBODY = "";
  private static final int LONGEST_KEY = 200;
  private static final int SHORTEST_OPEN_KEY = 32;
  private static final int LARGEST_BODY = 1 << 20;
  private static final JsonMapper JSON = new JsonMapper();

  private final AnswerStore store;
  private final Clock clock;

  IdempotencyFilter(AnswerStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(KEY) == null || !CHANGING.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(KEY);
    @Nullable Principal principal = request.getUserPrincipal();
    String member = principal == null ? ANYBODY : principal.getName();
    int shortest = principal == null ? SHORTEST_OPEN_KEY : 1;
    if (key.strip().length() < shortest || key.length() > LONGEST_KEY) {
      refuse(
          response,
          HttpStatus.BAD_REQUEST,
          KEY + " has " + shortest + " to " + LONGEST_KEY + " characters here");
      return;
    }
    HttpServletRequest asked = request;
    String sha256;
    if (FormDigest.applies(request)) {
      Optional<String> form = FormDigest.of(request);
      if (form.isEmpty()) {
        chain.doFilter(request, response);
        return;
      }
      sha256 = form.get();
    } else {
      byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
      if (body.length > LARGEST_BODY) {
        refuse(response, HttpStatus.CONTENT_TOO_LARGE, "with " + KEY + " a body has at most 1 MiB");
        return;
      }
      sha256 = RequestDigest.of(request).add(body).hex();
      asked = new RepeatableRequest(request, body);
    }
    if (store.claim(member, key, sha256, clock.instant())) {
      first(asked, response, chain, member, key);
    } else {
      again(response, store.find(member, key), sha256);
    }
  }

  private void first(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      String member,
      String key)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    boolean kept = false;
    try {
      chain.doFilter(request, answer);
      if (answer.getStatus() < notKept(member)) {
        store.keep(
            member,
            key,
            new KeptAnswer(
                answer.getStatus(), answer.getContentType(), answer.getContentAsByteArray()));
        kept = true;
      }
    } finally {
      if (!kept) {
        store.release(member, key);
      }
    }
    answer.copyBodyToResponse();
  }

  private static void again(
      HttpServletResponse response, Optional<AnswerStore.Known> known, String sha256)
      throws IOException {
    if (known.isPresent() && !known.get().requestSha256().equals(sha256)) {
      refuse(
          response,
          HttpStatus.UNPROCESSABLE_CONTENT,
          "this " + KEY + " came with another request before; take a new one");
      return;
    }
    Optional<KeptAnswer> kept = known.flatMap(AnswerStore.Known::answer);
    if (kept.isEmpty()) {
      refuse(response, HttpStatus.CONFLICT, "the first request with this " + KEY + " is under way");
      return;
    }
    KeptAnswer answer = kept.get();
    response.setStatus(answer.status());
    response.setHeader(REPLAYED, "true");
    @Nullable String type = answer.contentType();
    if (type != null) {
      response.setContentType(type);
    }
    response.getOutputStream().write(answer.body());
  }

  private static void refuse(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType("application/problem+json");
    response
        .getOutputStream()
        .write(
            JSON.writeValueAsBytes(
                Map.of(
                    "status",
                    status.value(),
                    "title",
                    status.getReasonPhrase(),
                    "detail",
                    detail)));
  }

  /** The status from which on an answer is not kept. */
  private static int notKept(String member) {
    return member.equals(ANYBODY)
        ? HttpStatus.MULTIPLE_CHOICES.value()
        : HttpStatus.INTERNAL_SERVER_ERROR.value();
  }
}
