/** Random static models: import reads the code that export writes as the same model. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EconError } from '../../../bindings/core/errors/errors.js';
import {
  exportModel,
  type ExportProgram,
  importModel,
} from '../../../bindings/interchange/index.js';
import { staticPrograms } from '../../../bindings/interchange/programs.js';
import type { ModelInput } from '../../../bindings/models/index.js';
import { canonicalStatic, staticModels } from './static-cases.js';

function exported(model: ModelInput, as: ExportProgram): string | undefined {
  try {
    return exportModel(model, as);
  } catch (error) {
    expect(error).toBeInstanceOf(EconError);
    expect(error).toMatchObject({ code: 'not-expressed' });
    return undefined;
  }
}

test('random static models come back from each program', () => {
  const written = new Map(staticPrograms.map((as) => [as, 0]));
  fc.assert(
    fc.property(staticModels, (model) => {
      const original = canonicalStatic(model);
      for (const as of staticPrograms) {
        const code = exported(model, as);
        if (code === undefined) continue;
        written.set(as, written.get(as)! + 1);
        expect(canonicalStatic(importModel(code, { from: as }).model), as).toEqual(original);
      }
    }),
    { seed: 20261127, numRuns: 1500 },
  );
  for (const [as, models] of written) expect(models, as).toBeGreaterThan(10);
});
