package io.assay.office.web;

import io.assay.office.Remark;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says remarks in words, for pages. Thread-safe. */
@Component
public class Remarks {
  private final MessageSource messages;

  Remarks(MessageSource messages) {
    this.messages = messages;
  }

  public String said(Remark it, Locale language) {
    return said("", it.code(), it.values(), language);
  }

  /**
   * The same for a code that stands alone where others of its kind are told apart by what their
   * keys begin with.
   */
  public String said(String beginning, String code, List<String> values, Locale language) {
    Object[] words = values.stream().map(it -> word(it, it, language)).toArray();
    String whole = message(code, words, code, language);
    return message(beginning + code, words, whole, language);
  }

  private String word(String key, String otherwise, Locale language) {
    return message(key, new Object[0], otherwise, language);
  }

  private String message(String key, Object[] words, String otherwise, Locale language) {
    return Objects.requireNonNull(messages.getMessage(key, words, otherwise, language));
  }
}
