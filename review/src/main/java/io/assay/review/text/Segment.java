package io.assay.review.text;

import io.assay.review.Characteristic.Expression;
import io.assay.review.Feature;
import io.assay.review.Layer;
import io.assay.review.Pool;
import java.util.Collection;
import java.util.List;

/**
 * Features compiled together. Immutable.
 *
 * @param pool the pool as it stood when its features were compiled
 * @param size the number of features
 * @param folded those of the expressions that are looked for in the folded text too
 * @param reach how far on either side of a hit its exceptions may stretch
 * @param unwraps whether a feature is to be found in encodings too
 */
record Segment(
    Pool pool,
    int size,
    List<Lane> lanes,
    Expressions expressions,
    Expressions folded,
    int reach,
    boolean unwraps) {

  static Segment of(Pool pool, Collection<Feature> features) {
    Forms forms = new Forms();
    int reach = 0;
    boolean unwraps = false;
    for (Feature feature : features) {
      forms.add(feature);
      unwraps |=
          feature.matching().layers().has(Layer.ENCODED)
              && !(feature.characteristic() instanceof Expression);
      reach = Math.max(reach, Exceptions.reach(feature.matching().exceptions()));
    }
    return new Segment(
        pool, features.size(), forms.lanes(), forms.expressions(), forms.folded(), reach, unwraps);
  }
}
