import type { PanelEffects } from '../../../generated/codes.js';
import type { Grouping } from '../design/effects.js';
import type { WeightType, LinearCovariance, Absorption } from '../model/model.js';

/** How rows are transformed before least squares. */
export interface Transformation {
  readonly kind: keyof typeof PanelEffects;
  /** Effects to absorb. For `within` the unit comes first; random and between absorb none. */
  readonly absorbed: readonly Grouping[];
  /** Units of the rows used. All kinds except `absorbed` need them. */
  readonly units?: Grouping | undefined;
}

/** A least squares problem on transformed rows. */
export interface TransformedModel {
  readonly estimator: string;
  readonly weightType: WeightType | undefined;
  readonly vcov: LinearCovariance;
  readonly absorb: Absorption;
  readonly transformation: Transformation;
}
