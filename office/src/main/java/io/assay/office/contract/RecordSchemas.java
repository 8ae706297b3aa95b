package io.assay.office.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes records as the interface writes them: in snake case, named after the feature they
 * belong to, every component there, and null only where the record allows it.
 */
final class RecordSchemas extends ModelResolver {
  private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

  RecordSchemas() {
    super(Json31.mapper().copy().setPropertyNamingStrategy(NAMES), new Names());
    openapi31(true);
  }

  private static final class Names extends TypeNameResolver {
    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
      Class<?> around = type.getEnclosingClass();
      String name = super.nameForClass(type, options);
      return around == null ? name : around.getSimpleName().replaceAll("Api$", "") + name;
    }
  }

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable Schema resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
    @Nullable Schema<?> resolved = super.resolve(type, context, next);
    Class<?> raw = _mapper.constructType(type.getType()).getRawClass();
    if (resolved != null && raw.isRecord()) {
      @Nullable String reference = resolved.get$ref();
      @Nullable Schema<?> model =
          reference == null
              ? resolved
              : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
      if (model != null && model.getProperties() != null) {
        complete(model, raw);
      }
    }
    return resolved;
  }

  private static void complete(Schema<?> model, Class<?> type) {
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = NAMES.translate(component.getName());
      @Nullable Schema<?> property = model.getProperties().get(name);
      if (property != null) {
        required.add(name);
        if (mayBeNull(component)) {
          model.getProperties().put(name, orNull(property));
        }
      }
    }
    model.setRequired(required);
  }

  private static boolean mayBeNull(RecordComponent component) {
    return component.getType() == Optional.class
        || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.getAnyOf() != null) {
      return property;
    }
    Schema<?> nothing = new Schema<>();
    nothing.addType("null");
    return new Schema<>().addAnyOfItem(property).addAnyOfItem(nothing);
  }
}
