package io.assay.office.contract;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;

/** What the office posts to webhooks, as Standard Webhooks asks for it. */
final class WebhookDescription {
  static final String NAME = "notice";

  private WebhookDescription() {}

  static PathItem notice() {
    return new PathItem()
        .post(
            new Operation()
                .summary("Something happened here.")
                .description(
                    "Delivered at least once. Compare the signature in constant time, refuse a"
                        + " timestamp more than five minutes away, and take each webhook-id once.")
                .addParametersItem(header("webhook-id", "The same in every try."))
                .addParametersItem(header("webhook-timestamp", "Seconds since 1970, of this try."))
                .addParametersItem(
                    header(
                        "webhook-signature",
                        "v1, and the base64 of HMAC-SHA256 over id.timestamp.body under the bytes"
                            + " that the secret holds behind whsec_; for a day after a new secret a"
                            + " second signature, under the former one, follows a blank."))
                .requestBody(
                    new RequestBody()
                        .required(true)
                        .content(
                            new Content()
                                .addMediaType("application/json", new MediaType().schema(body()))))
                .responses(
                    new ApiResponses()
                        .addApiResponse("2XX", new ApiResponse().description("Taken."))
                        .addApiResponse(
                            "default", new ApiResponse().description("It is tried again later."))));
  }

  private static Parameter header(String name, String meaning) {
    return new HeaderParameter()
        .name(name)
        .required(true)
        .description(meaning)
        .schema(new StringSchema());
  }

  private static Schema<?> body() {
    ObjectSchema data = new ObjectSchema();
    data.addProperty("about", new StringSchema().description("What it speaks of."));
    data.addProperty("url", new StringSchema().description("The page to open."));
    data.setAdditionalProperties(new StringSchema());
    data.setRequired(List.of("about", "url"));
    ObjectSchema body = new ObjectSchema();
    body.addProperty("id", new StringSchema().description("The webhook-id."));
    body.addProperty("type", new StringSchema().description("Dotted, the feature first."));
    body.addProperty("timestamp", new DateTimeSchema());
    body.addProperty("data", data);
    body.setRequired(List.of("id", "type", "timestamp", "data"));
    return body;
  }
}
