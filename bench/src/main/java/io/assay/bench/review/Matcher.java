package io.assay.bench.review;

import com.github.houbb.sensitive.word.bs.SensitiveWordBs;
import com.gliwka.hyperscan.wrapper.CompileErrorException;
import com.gliwka.hyperscan.wrapper.Database;
import com.gliwka.hyperscan.wrapper.Expression;
import com.gliwka.hyperscan.wrapper.ExpressionFlag;
import com.gliwka.hyperscan.wrapper.Scanner;
import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.assay.review.Category;
import io.assay.review.Characteristic.Keyword;
import io.assay.review.Context;
import io.assay.review.Entry;
import io.assay.review.Feature;
import io.assay.review.Layers;
import io.assay.review.Matching;
import io.assay.review.Pool;
import io.assay.review.Reviewer;
import io.assay.review.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import org.ahocorasick.trie.Trie;

/** A matcher under measurement: tells how many hits a document has. */
interface Matcher {

  int hits(String document);

  /** The matcher of a name, compiled. */
  static Matcher of(String name, List<String> patterns) {
    return switch (name) {
      case "assay-core" -> assay(patterns, Layers.core());
      case "assay-plain" -> assay(patterns, Layers.none());
      case "hankcs" -> hankcs(patterns);
      case "robert-bor" -> robertBor(patterns);
      case "sensitive-word" -> sensitiveWord(patterns);
      case "hyperscan" -> hyperscan(patterns);
      default -> throw new IllegalArgumentException("no matcher is called " + name);
    };
  }

  private static Matcher assay(List<String> patterns, Layers layers) {
    Rule rule = Rule.of(Category.of("I.11"));
    Matching matching = Matching.standard().with(layers);
    List<Feature> features = new ArrayList<>(patterns.size());
    for (String pattern : patterns) {
      features.add(
          new Feature(
              "k" + features.size(), 1, new Keyword(pattern), rule, matching, Entry.unrecorded()));
    }
    Reviewer reviewer = Reviewer.of(Pool.of("bench", features));
    Context context = Context.output();
    return document -> reviewer.review(document, context).findings().size();
  }

  private static Matcher hankcs(List<String> patterns) {
    TreeMap<String, String> map = new TreeMap<>();
    patterns.forEach(pattern -> map.put(pattern, pattern));
    AhoCorasickDoubleArrayTrie<String> trie = new AhoCorasickDoubleArrayTrie<>();
    trie.build(map);
    return document -> {
      int[] hits = {0};
      AhoCorasickDoubleArrayTrie.IHit<String> count = (begin, end, value) -> hits[0]++;
      trie.parseText(document, count);
      return hits[0];
    };
  }

  private static Matcher robertBor(List<String> patterns) {
    Trie trie = Trie.builder().addKeywords(patterns).build();
    return document -> trie.parseText(document).size();
  }

  private static Matcher sensitiveWord(List<String> patterns) {
    SensitiveWordBs words =
        SensitiveWordBs.newInstance().wordDeny(() -> patterns).wordAllow(List::of).init();
    return document -> words.findAll(document).size();
  }

  private static Matcher hyperscan(List<String> patterns) {
    try {
      List<Expression> expressions =
          patterns.stream()
              .map(pattern -> new Expression(pattern, EnumSet.of(ExpressionFlag.UTF8)))
              .toList();
      Database database = Database.compile(expressions);
      Scanner scanner = new Scanner();
      scanner.allocScratch(database);
      return document -> scanner.scan(database, document).size();
    } catch (CompileErrorException e) {
      throw new IllegalStateException(e);
    }
  }
}
