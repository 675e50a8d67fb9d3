/** Errors of formulas and models that describe several models, in English. */
import { type Numbers, says } from '../../told.js';

/** A function of several outcomes or steps. */
interface OfSteps {
  readonly name: string;
}

export const misplacedSteps = says('formula-syntax/steps', ({ name }: OfSteps) =>
  name === 'c'
    ? 'c() lists the outcomes of several models; expected it alone before "~", as in c(y1, y2) ~ x'
    : `${name}() lists terms of several models; expected it as a term after "+", as in y ~ x + ${name}(a, b)`,
);
export const noneLeft = says(
  'formula-syntax/no-step',
  '{part}: expected a variable in every model, found one without; write sw() or csw(), which have no empty step',
);
export const manyModels = says(
  'too-many-models',
  ({ found, most }: Numbers<'found' | 'most'>) =>
    `expected at most ${most} models of one formula, found ${found}; write fewer steps`,
);
