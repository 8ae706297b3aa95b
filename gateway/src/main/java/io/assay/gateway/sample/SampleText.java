package io.assay.gateway.sample;

import java.lang.Character.UnicodeScript;
import java.util.List;

/** Answers in the language of the prompt, chosen by its words; honest about being a sample. */
final class SampleText {
  private static final List<String> ENGLISH =
      List.of(
          "Thank you for asking about \"%s\". Start with the plain facts, write down what you are"
              + " sure of, and mark what you only suspect. Then look for one example that would"
              + " prove you wrong.",
          "About \"%s\": break it into three parts, do the smallest one today, and keep notes. A"
              + " small result that stands is worth more than a large plan.",
          "\"%s\" is a good place to begin. Imagine explaining it to a friend over tea: what would"
              + " you say first, and which picture would you draw?");
  private static final List<String> CHINESE =
      List.of(
          "关于“%s”，可以先把确定的事实写下来，再标出还不确定的部分，然后找一个可能推翻自己看法的例子。",
          "谈到“%s”，不妨把它分成三步，今天先做最小的一步，并随手记录。一个站得住的小结果，胜过一份宏大的计划。",
          "“%s”是个很好的开头。想象你在喝茶时把它讲给朋友听：第一句会说什么，又会画一张怎样的图？");
  private static final String ENGLISH_NOTE =
      " This answer comes from the built-in sample upstream; configure a real one in"
          + " config/assay.yaml.";
  private static final String CHINESE_NOTE = "本回答来自内置的示例上游，请在 config/assay.yaml 中配置真实的模型服务。";
  private static final int LONGEST_TOPIC = 60;

  private SampleText() {}

  static String answer(String prompt) {
    boolean chinese = prompt.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
    var answers = chinese ? CHINESE : ENGLISH;
    var answer = answers.get(Math.floorMod(prompt.hashCode(), answers.size()));
    return answer.formatted(topic(prompt)) + (chinese ? CHINESE_NOTE : ENGLISH_NOTE);
  }

  private static String topic(String prompt) {
    var line = prompt.strip().replaceAll("\\s+", " ");
    int length = line.codePointCount(0, line.length());
    return length <= LONGEST_TOPIC
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_TOPIC)) + "…";
  }
}
