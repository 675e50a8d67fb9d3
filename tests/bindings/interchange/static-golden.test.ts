/** Exported scripts of static models that R, gretl and statsmodels ran: their numbers are those of the model. */
import { readFileSync } from 'node:fs';
import { fitModel } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { describe, expect, it, test } from 'vitest';
import {
  exportModel,
  type ExportProgram,
  importModel,
} from '../../../bindings/interchange/index.js';
import type { ModelInput } from '../../../bindings/models/index.js';
import type { ByName } from '../../../bindings/results/common.js';
import { relative } from '../../golden/check.js';

interface Ran {
  readonly program: ExportProgram;
  readonly software: string;
  readonly model: ModelInput & { readonly data: string };
  readonly script: string;
  readonly params: ByName;
  readonly stdErrors: ByName;
}

const golden = new URL('../../golden/', import.meta.url);
const ran = JSON.parse(readFileSync(new URL('interchange.json', golden), 'utf8')) as Ran[];
const named = ran.map((one) => [`${one.program} ${JSON.stringify(one.model)}`, one] as const);

/** What is farther than 1e-8 from the number of the program. */
function far(expected: ByName, values: ByName): string[] {
  return Object.entries(expected)
    .filter(([name, value]) => {
      const pair = { expected: value, found: values[name] };
      return !(relative(name, 'params', pair, 0).difference <= 1e-8);
    })
    .map(([name]) => name);
}

describe('exported scripts that were run', () => {
  it('are of five programs', () => {
    const counts = ['lm', 'AER', 'plm', 'statsmodels', 'gretl'].map(
      (program) => ran.filter((one) => one.program === program).length,
    );
    expect(counts).toEqual([7, 5, 11, 7, 18]);
  });

  test.each(named)('%s', async (_, { program, model, script, params, stdErrors }) => {
    expect(exportModel(model, program)).toBe(script);
    const data = parseCsv(readFileSync(new URL(model.data, golden), 'utf8'));
    for (const one of [model, importModel(script, { from: program }).model]) {
      const fit = await fitModel(data, one);
      expect(far(params, fit.params)).toEqual([]);
      expect(far(stdErrors, fit.stdErrors)).toEqual([]);
    }
  });
});
