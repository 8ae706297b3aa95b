package io.assay.mark.c2pa.binding;

import io.assay.mark.c2pa.cbor.Cbor;
import io.assay.mark.c2pa.store.StatusCode;
import io.assay.mark.container.Source;
import io.assay.mark.container.StorePlan;

public final class BoxesHash implements HardBinding {
  @Override
  public String label() {
    return "c2pa.hash.boxes";
  }

  @Override
  public Cbor.Fields assertion(Source file, StorePlan plan, Hashing hashing) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Finding verify(Bound bound, Cbor.Fields assertion) {
    return new Finding(StatusCode.ASSERTION_BOXES_HASH_MALFORMED, "");
  }
}
