package io.assay.office.publication;

/** What staff may do with a publication; the name is a part of the address. */
enum Step {
  contain {
    @Override
    Publication take(Publications publications, String id, String reason, String actor) {
      return publications.contain(id, reason, actor);
    }
  },
  release {
    @Override
    Publication take(Publications publications, String id, String reason, String actor) {
      return publications.release(id, reason, actor);
    }
  },
  correct {
    @Override
    Publication take(Publications publications, String id, String reason, String actor) {
      return publications.correct(id, reason, actor);
    }
  },
  recall {
    @Override
    Publication take(Publications publications, String id, String reason, String actor) {
      return publications.recall(id, reason, actor);
    }
  };

  abstract Publication take(Publications publications, String id, String reason, String actor);
}
