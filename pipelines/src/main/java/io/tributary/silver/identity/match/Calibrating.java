package io.tributary.silver.identity.match;

import io.tributary.models.identity.calibration.CalibrationMap;
import io.tributary.models.identity.review.ReviewedPair;
import java.util.List;

/** Tells what decisions correct of a model, given what it says of their pairs. */
@FunctionalInterface
public interface Calibrating {
  /** Nothing is corrected. */
  Calibrating NOTHING = reviewed -> CalibrationMap.NONE;

  CalibrationMap by(List<ReviewedPair> reviewed);
}
