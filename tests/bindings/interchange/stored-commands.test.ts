/** Commands of gretl, plm and xtdpdgmm as their golden cases store them: read, estimated, and written again. */
import { readFileSync } from 'node:fs';
import { fitModel } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { describe, expect, it, test } from 'vitest';
import { exportModel } from '../../../bindings/interchange/index.js';
import { compareFit, failures } from '../../golden/compare.js';
import { inputErrorOf } from '../data/support.js';
import { type Case, cases, instrumentByInstrument } from './cases.js';
import type { ByName } from '../../../bindings/results/common.js';
import { importDynamic } from './importing.js';

const programs = ['gretl', 'plm', 'xtdpdgmm'] as const;

function programOf({ software }: Case) {
  return programs.find((name) => new RegExp(`\\b${name}\\b`).test(software));
}

const stored = cases.filter((one) => programOf(one) !== undefined);
const isLoop = ({ command }: Case) => command.startsWith('loop ');

function imported({ command, model, columns }: Case) {
  const { unit, time, step } = model.panel;
  return importDynamic(command, { unit, time, step, columns }).model;
}

const kept = (values: ByName | undefined, names: readonly string[]) =>
  Object.fromEntries(Object.entries(values ?? {}).filter(([name]) => names.includes(name)));

/** What the program of the command printed, without what depends on the base of period dummies or on `compat`. */
function comparable({ model, expected }: Case, compat: string | undefined, names: string[]) {
  const { sargan, diffHansen, ...rest } = expected;
  const slopes = {
    ...rest,
    params: kept(rest.params, names),
    stdErrors: kept(rest.stdErrors, names),
  };
  if (compat === model.compat) return { ...slopes, sargan, diffHansen };
  const classical =
    model.steps === 1 && (model.vcov as { type?: string } | undefined)?.type === 'unadjusted';
  return classical ? { ...slopes, stdErrors: {}, ar: [] } : slopes;
}

describe('stored commands', () => {
  it('are 46 of gretl, two of plm and one of xtdpdgmm', () => {
    const counts = programs.map(
      (program) => stored.filter((one) => programOf(one) === program).length,
    );
    expect(counts).toEqual([46, 2, 1]);
  });

  test.each(stored.filter((one) => !isLoop(one)))(
    '$name is estimated from $command',
    async (one) => {
      const model = imported(one);
      const table = parseCsv(readFileSync(one.dataFile, 'utf8'));
      const fit = await fitModel(table, model);
      const names = Object.keys(fit.params).filter((name) => name in (one.expected.params ?? {}));
      expect(names.length).toBeGreaterThan(0);
      const checks = compareFit(comparable(one, model.compat, names), fit, one.tolerance);
      expect(failures(checks)).toEqual([]);
    },
  );

  test.each(stored.filter((one) => !isLoop(one)))('$name comes back from export', (one) => {
    const model = imported(one);
    const program = programOf(one)!;
    const again = importDynamic(exportModel(model, program), {
      step: model.panel.step,
    });
    expect(again.model.panel).toEqual(model.panel);
    expect(instrumentByInstrument(again.model)).toEqual(instrumentByInstrument(model));
  });

  test.each(stored.filter(isLoop))(
    '$name repeats its command, which is no model',
    ({ command }) => {
      const error = inputErrorOf(() => importDynamic(command));
      expect(error).toMatchObject({ code: 'command-syntax', detail: { offset: 0 } });
      expect(error.message).toContain('unknown gretl statement "loop"');
    },
  );
});
