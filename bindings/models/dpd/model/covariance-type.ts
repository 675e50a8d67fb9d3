import { choice } from '../../schema/schema.js';

/** Types of `vcov` of a dynamic panel. */
export const vcovType = choice([
  'unadjusted',
  'robust',
  'windmeijer',
  'windmeijer-step',
  'doubly-corrected',
]);
