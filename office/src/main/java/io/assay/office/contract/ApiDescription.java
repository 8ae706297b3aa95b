package io.assay.office.contract;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds to the description what holds for every operation: the token, the key, the refusals. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String TOKEN = "access_token";
  private static final String PROBLEM = "Problem";
  private static final Map<String, String> REFUSALS =
      Map.of(
          "400", "The request cannot be read; the detail names what is wrong.",
          "401", "No access token, or one that is not in force.",
          "403", "The member's roles do not bring the right that this operation needs.",
          "404", "There is no such thing.",
          "409", "A rule refuses; the code names it.",
          "422", "The values are refused, or the idempotency key came with another request.",
          "429", "Too often from this address; wait, or do the work of the challenge.");

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Assay office")
                .version("v1")
                .description(
                    "Registers, review, cases and posture of a deep synthesis service. Times are"
                        + " UTC in ISO 8601; lists go on with the cursor that they give."))
        .addWebhooks(WebhookDescription.NAME, WebhookDescription.notice())
        .addSecurityItem(new SecurityRequirement().addList(TOKEN))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")));
  }

  @Bean
  ModelResolver records() {
    return new RecordSchemas();
  }

  @Bean
  OpenApiCustomizer everyOperation() {
    return description -> {
      description.getComponents().addSchemas(PROBLEM, problem());
      description
          .getPaths()
          .values()
          .forEach(path -> path.readOperationsMap().forEach(ApiDescription::complete));
    };
  }

  private static void complete(HttpMethod method, Operation operation) {
    REFUSALS.forEach(
        (status, meaning) -> operation.getResponses().putIfAbsent(status, refusal(meaning)));
    if (method != HttpMethod.GET) {
      operation.addParametersItem(
          new HeaderParameter()
              .name("Idempotency-Key")
              .required(false)
              .schema(new StringSchema().maxLength(200))
              .description(
                  "Of your choice, without a token at least 32 characters that nobody guesses; a"
                      + " repetition within a day gets the answer of the first."));
      operation
          .getResponses()
          .values()
          .forEach(
              answer ->
                  answer.addHeaderObject(
                      "Idempotency-Replayed", new Header().schema(new StringSchema())));
    }
  }

  private static ApiResponse refusal(String meaning) {
    return new ApiResponse()
        .description(meaning)
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType().schema(new Schema<>().$ref(PROBLEM))));
  }

  /** RFC 9457, with the code of the rule where one refused. */
  private static Schema<?> problem() {
    return new ObjectSchema()
        .addProperty("type", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema())
        .addProperty("code", new StringSchema());
  }
}
