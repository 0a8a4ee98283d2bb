package io.tributary.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a YAML file into a record that checks itself; every fault names the file and the line. */
public final class YamlFile {
  private static final ObjectMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .addModule(new SimpleModule().addDeserializer(LocalDate.class, new Dates()))
          .build();

  private YamlFile() {}

  public static <T> T read(Path file, Class<T> type) {
    try {
      String text = Files.readString(file);
      if (text.isBlank()) {
        throw TributaryException.usage("%s is empty. Restore it.".formatted(file));
      }
      return MAPPER.readValue(text, type);
    } catch (NoSuchFileException absent) {
      throw TributaryException.usage(
          "There is no file %s. Restore it or name another.".formatted(file), absent);
    } catch (JsonProcessingException fault) {
      throw TributaryException.usage(
          "%s%s: %s".formatted(file, place(file, fault), words(fault)), fault);
    } catch (IOException fault) {
      throw TributaryException.usage("%s cannot be read: %s".formatted(file, fault), fault);
    }
  }

  private static String place(Path file, JsonProcessingException fault) {
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return ", line " + line(file, unknown.getPropertyName());
    }
    if (fault instanceof ValueInstantiationException whole && whole.getPath().isEmpty()) {
      // The whole file has been read, so the line is its last, wherever the fault is.
      return "";
    }
    return fault.getLocation() == null ? "" : ", line " + fault.getLocation().getLineNr();
  }

  /** A record is made when all of it has been read, and only then are its unknown keys told. */
  private static long line(Path file, String key) {
    Pattern start = Pattern.compile("[\\s\\-{]*\\Q" + key + "\\E\\s*:.*");
    try (Stream<String> lines = Files.lines(file)) {
      return 1 + lines.takeWhile(line -> !start.matcher(line).matches()).count();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String words(JsonProcessingException fault) {
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return "unknown key '%s'; allowed here: %s"
          .formatted(unknown.getPropertyName(), unknown.getKnownPropertyIds());
    }
    if (fault instanceof InvalidFormatException invalid) {
      return "'%s' is not allowed for '%s'; %s"
          .formatted(invalid.getValue(), key(invalid), allowed(invalid.getTargetType()));
    }
    if (fault instanceof MismatchedInputException mismatch
        && mismatch.getTargetType() != null
        && mismatch.getTargetType().isPrimitive()) {
      return "'%s' is missing; a value of type %s is expected"
          .formatted(key(mismatch), mismatch.getTargetType().getSimpleName());
    }
    if (fault.getCause() != null && fault.getCause().getMessage() != null) {
      return fault.getCause().getMessage();
    }
    return fault.getOriginalMessage();
  }

  private static String key(JsonMappingException fault) {
    return fault.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(name -> name != null)
        .reduce((first, last) -> last)
        .orElse("the file");
  }

  private static String allowed(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", ", "allowed: ", ""));
    }
    return "a value of type %s is expected".formatted(type.getSimpleName());
  }

  private static final class Dates extends FromStringDeserializer<LocalDate> {
    Dates() {
      super(LocalDate.class);
    }

    @Override
    protected LocalDate _deserialize(String text, DeserializationContext context)
        throws IOException {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw context.weirdStringException(text, LocalDate.class, "not a date");
      }
    }
  }
}
