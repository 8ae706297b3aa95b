package io.assay.review.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.assay.review.ReviewException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerFileTest {

  private static final String MARKS =
      "{\"type\":\"RobertaProcessing\",\"sep\":[\"</s>\",1],\"cls\":[\"<s>\",0],"
          + "\"trim_offsets\":true,\"add_prefix_space\":false}";
  private static final String BYTE_PAIRS =
      """
      {"type":"BPE","dropout":null,"unk_token":"<unk>","continuing_subword_prefix":null,
       "end_of_word_suffix":null,"fuse_unk":false,
       "vocab":{"<s>":0,"</s>":1,"<unk>":2,"s":3,"c":4,"a":5,"m":6,"sc":7,"am":8,"scam":9,"诈":10,
                "骗":11,"诈骗":12},
       "merges":["s c","a m","sc am","诈 骗"]}
      """;
  private static final String UNIGRAM =
      """
      {"type":"Unigram","unk_id":2,"vocab":[["<s>",0.0],["</s>",0.0],["<unk>",0.0],["▁",-4.0],
       ["▁scam",-1.0],["诈骗",-1.5],["诈",-3.0],["骗",-3.0],["s",-9.0]]}
      """;

  @TempDir Path folder;

  @Test
  void readsBytePairEncoding() throws IOException {
    try (TokenizerFile tokens =
        TokenizerFile.read(file(BYTE_PAIRS, "{\"type\":\"Whitespace\"}", MARKS))) {
      assertThat(tokens.tokens("scam 诈骗")).containsExactly(9, 12);
      assertThat(tokens.tokens("sam 骗x")).containsExactly(3, 8, 11, 2);
      assertThat(tokens.tokens("")).isEmpty();
      assertThat(tokens.tokens("scam ".repeat(5_000))).hasSize(5_000);
      assertThat(tokens.beginning()).isZero();
      assertThat(tokens.end()).isEqualTo(1);
    }
  }

  @Test
  void readsUnigram() throws IOException {
    String spaces = "{\"type\":\"Metaspace\",\"replacement\":\"▁\",\"prepend_scheme\":\"always\"}";
    try (TokenizerFile tokens = TokenizerFile.read(file(UNIGRAM, spaces, MARKS))) {
      assertThat(tokens.tokens("scam诈骗")).containsExactly(4, 5);
      assertThat(tokens.tokens("骗 scam")).containsExactly(3, 7, 4);
    }
  }

  @Test
  void refusesWhatIsNoTokenizer_orSetsOtherMarks() throws IOException {
    Path other = Files.writeString(folder.resolve("vocab.txt"), "[PAD]\n[UNK]\n");
    Path bare = file(BYTE_PAIRS, "null", "null");

    assertThatThrownBy(() -> TokenizerFile.read(other))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("vocab.txt' is no tokenizer.json");
    assertThatThrownBy(() -> TokenizerFile.read(folder.resolve("none")))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("give the tokenizer.json of the model");
    assertThatThrownBy(() -> TokenizerFile.read(bare))
        .isInstanceOf(ReviewException.class)
        .hasMessageContaining("sets the marks [] around a text");
  }

  private Path file(String model, String cutting, String marks) throws IOException {
    return Files.writeString(
        folder.resolve("tokenizer.json"),
        """
        {"version":"1.0","truncation":null,"padding":null,
         "added_tokens":[%s,%s,%s],
         "normalizer":null,"pre_tokenizer":%s,"post_processor":%s,"decoder":null,"model":%s}
        """
            .formatted(mark(0, "<s>"), mark(1, "</s>"), mark(2, "<unk>"), cutting, marks, model));
  }

  private static String mark(int id, String content) {
    return ("{\"id\":%d,\"content\":\"%s\",\"single_word\":false,\"lstrip\":false,"
            + "\"rstrip\":false,\"normalized\":false,\"special\":true}")
        .formatted(id, content);
  }
}
