/** Why a dynamic panel has no bootstrap, in English. */
import { says } from '../../told.js';

export const nonlinearConditions = says(
  'no-bootstrap/nonlinear',
  'nonlinear moment conditions cannot be bootstrapped; expected nonlinear false',
);
export const otherSteps = says(
  'no-bootstrap/steps',
  'steps {steps} cannot be bootstrapped; expected steps 1 or 2',
);
export const schemeOfDynamic = says(
  'no-bootstrap/dynamic-scheme',
  'scheme {scheme} is not available for dpd, because units are drawn whole; expected cluster',
);
export const dynamicErrors = says(
  'no-bootstrap/dynamic-errors',
  ({
    type,
    steps,
    clustered,
  }: {
    readonly type: string;
    readonly steps: string;
    readonly clustered: boolean;
  }) =>
    `studentized intervals and ar need standard errors of each replicate: robust after one step, windmeijer, robust or unadjusted after two, by unit; found ${clustered ? 'other clusters' : `${type}, steps ${steps}`}`,
);
