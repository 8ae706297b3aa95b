package io.assay.gateway.sample;

import io.assay.gateway.http.Json;
import io.assay.gateway.upstream.DeltaStream;
import io.assay.gateway.upstream.Upstream;
import io.assay.gateway.upstream.UpstreamException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in for a model service: text, pictures and speech-like sound made from the prompt, with
 * no model behind them. Its models are named {@code sample-*}. Thread-safe.
 */
public final class SampleUpstream implements Upstream {
  private static final Pattern SIZE = Pattern.compile("(\\d{2,4})x(\\d{2,4})");

  private final InstantSource clock;

  public SampleUpstream(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public boolean serves(String model) {
    return model.startsWith("sample-");
  }

  @Override
  public Answer get(String path) {
    if (!path.equals("/models")) {
      return error(404, "unknown_url", "the sample upstream does not serve " + path);
    }
    var models = Json.array();
    for (var id : new String[] {"sample-chat", "sample-image", "sample-speech"}) {
      var model = models.addObject();
      model.put("id", id).put("object", "model").put("created", 1760000000L);
      model.put("owned_by", "assay-sample");
    }
    return json(Json.object().put("object", "list").set("data", models));
  }

  @Override
  public Answer post(String path, ObjectNode body) {
    return switch (path) {
      case "/chat/completions" -> json(chat(body));
      case "/images/generations" -> images(body);
      case "/audio/speech" -> speech(body);
      default -> error(404, "unknown_url", "the sample upstream does not serve " + path);
    };
  }

  @Override
  public Opened open(String path, ObjectNode body) {
    if (!path.equals("/chat/completions")) {
      return new Opened.Whole(post(path, body));
    }
    DeltaStream deltas =
        new SampleDeltas(
            header("chat.completion.chunk", body),
            SampleText.answer(lastUserText(body)),
            body.path("stream_options").path("include_usage").asBoolean(false));
    return new Opened.Streaming(deltas);
  }

  private ObjectNode header(String object, ObjectNode body) {
    var header = Json.object();
    header.put("id", "chatcmpl-sample-" + UUID.randomUUID());
    header.put("object", object);
    header.put("created", clock.instant().getEpochSecond());
    header.put("model", body.path("model").asString("sample-chat"));
    return header;
  }

  private ObjectNode chat(ObjectNode body) {
    var prompt = lastUserText(body);
    var text = SampleText.answer(prompt);
    var answer = header("chat.completion", body);
    var choice = answer.putArray("choices").addObject();
    choice.put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", text);
    choice.put("finish_reason", "stop");
    answer.set("usage", SampleDeltas.usage(prompt.length(), text.length()));
    return answer;
  }

  private Answer images(ObjectNode body) {
    var size = body.path("size").asString("1024x1024");
    var matcher = SIZE.matcher(size);
    int side = 1024;
    int width = matcher.matches() ? Integer.parseInt(matcher.group(1)) : side;
    int height = matcher.matches() ? Integer.parseInt(matcher.group(2)) : side;
    if (width > 2048 || height > 2048) {
      return error(400, "invalid_size", "size " + size + " is above 2048x2048");
    }
    var format = body.path("output_format").asString("png");
    int count = Math.clamp(body.path("n").asInt(1), 1, 4);
    var answer = Json.object().put("created", clock.instant().getEpochSecond());
    var data = answer.putArray("data");
    for (int i = 0; i < count; i++) {
      var picture =
          SamplePicture.encode(
              SamplePicture.draw(body.path("prompt").asString(""), i, width, height), format);
      data.addObject().put("b64_json", Base64.getEncoder().encodeToString(picture));
    }
    return json(answer);
  }

  private static Answer speech(ObjectNode body) {
    var format = body.path("response_format").asString("mp3");
    var samples = SampleSpeech.speak(body.path("input").asString(""));
    return switch (format) {
      case "wav" -> new Answer(200, "audio/wav", Map.of(), SampleSpeech.wav(samples));
      case "mp3" -> new Answer(200, "audio/mpeg", Map.of(), SampleSpeech.mp3(samples));
      default -> error(400, "unsupported_format", "the sample upstream speaks wav and mp3 only");
    };
  }

  private static String lastUserText(ObjectNode body) {
    var text = "";
    for (var message : body.path("messages")) {
      if (message.path("role").asString("").equals("user")) {
        text = textOf(message.path("content"));
      }
    }
    return text;
  }

  private static String textOf(JsonNode content) {
    if (content.isString()) {
      return content.asString();
    }
    var text = new StringBuilder();
    for (var part : content) {
      text.append(part.path("text").asString(""));
    }
    return text.toString();
  }

  private static Answer json(JsonNode body) {
    return new Answer(200, "application/json", Map.of(), Json.bytes(body));
  }

  private static Answer error(int status, String code, String message) {
    var body = Json.object();
    body.putObject("error")
        .put("message", message)
        .put("type", "invalid_request_error")
        .putNull("param")
        .put("code", code);
    return new Answer(
        status, "application/json", Map.of(), Json.text(body).getBytes(StandardCharsets.UTF_8));
  }

  static RuntimeException broken(Exception cause) {
    return new UpstreamException("the sample upstream failed", cause);
  }
}
