/** Random static models: import reads the code that export writes as the same model. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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

describe('random static models', () => {
  test.each(staticPrograms)('come back from %s', (as) => {
    let written = 0;
    fc.assert(
      fc.property(staticModels, (model) => {
        const code = exported(model, as);
        if (code === undefined) return;
        ++written;
        expect(canonicalStatic(importModel(code, { from: as }).model)).toEqual(
          canonicalStatic(model),
        );
      }),
      { seed: 20261127, numRuns: 1500 },
    );
    expect(written).toBeGreaterThan(10);
  });
});
