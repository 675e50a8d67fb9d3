import { describe, expect, it, test } from 'vitest';
import { EconError } from '../../../bindings/core/errors/errors.js';
import { exportModel, type ExportProgram } from '../../../bindings/interchange/index.js';
import type { DpdModelInput } from '../../../bindings/models/index.js';
import { canonical, type Case, cases, instrumentByInstrument } from './cases.js';
import { dynamicPrograms } from '../../../bindings/interchange/programs.js';
import { importDynamic } from './importing.js';
import { every } from '../../every.js';

const nameOf = ({ name }: Case) => name;
const isStata = ({ command }: Case) => command.startsWith('xtabond2 ');
const isPydynpd = ({ software }: Case) => software.startsWith('pydynpd');

/** Step dummies, which the data of the printed commands did not have. */
const addedSince = /^yr\d{4}c$/;

function imported({ command, model, columns }: Case): DpdModelInput {
  const { unit, time } = model.panel;
  const original = columns.filter((name) => !addedSince.test(name));
  const { model: imported, notes } = importDynamic(command, { unit, time, columns: original });
  expect(notes).toEqual([]);
  return imported;
}

/** Cases whose model differs from their command by intention, and how. */
const otherwise: Readonly<Record<string, (model: DpdModelInput) => DpdModelInput>> = {
  // Two dummies are collinear and dropped by Stata; the printed errors are divided by the old factor of `small`.
  'abdata/sys-roodman-onestep.json': (model) => {
    const without = (names: readonly string[]) =>
      names.filter((name) => name !== 'yr1976' && name !== 'yr1984');
    return {
      ...model,
      formula: model.formula.replace(/ \+ yr1976| \+ yr1984/g, ''),
      iv: model.iv!.map((group) => ({ ...group, vars: without(group.vars as string[]) })),
      vcov: { ...(model.vcov as object), small: false },
    };
  },
  // The case has the dummies of the periods as columns.
  'abdata/sys-collapse-td-both-wc.json': (model) => {
    const years = [1978, 1979, 1980, 1981, 1982, 1983, 1984].map((year) => `yr${year}`);
    const formula = model.formula.replace('i(year)', years.join(' + '));
    return { ...model, formula, iv: [{ vars: years }] };
  },
};

describe('commands of the golden cases', () => {
  it('are ten of xtabond2 and two of pydynpd', () => {
    expect(cases.filter(isStata)).toHaveLength(10);
    expect(cases.filter(isPydynpd)).toHaveLength(2);
  });

  test.each(cases.filter((one) => isStata(one) || isPydynpd(one)))(
    '$command is the model of $name',
    (one) => {
      const adjusted = otherwise[one.name]?.(imported(one)) ?? imported(one);
      expect(canonical(adjusted)).toEqual(canonical(one.model));
    },
  );
});

/** Keys that a program without words for them names in a comment. */
function withoutReports(input: DpdModelInput): DpdModelInput {
  const reports = ['arOrders', 'arLevels', 'diffHansen', 'level', 'compat'];
  const kept = Object.entries(input).filter(([key]) => !reports.includes(key));
  return Object.fromEntries(kept) as unknown as DpdModelInput;
}

function exported(model: DpdModelInput, as: ExportProgram): string | undefined {
  try {
    return exportModel({ ...model, data: 'data.csv' }, as);
  } catch (error) {
    expect(error).toBeInstanceOf(EconError);
    expect(error).toMatchObject({ code: 'not-expressed' });
    return undefined;
  }
}

describe('exported golden cases', () => {
  it('can be expressed by every program in part, and by xtabond2 in most', () => {
    const counts = dynamicPrograms.map(
      (as) => cases.filter(({ model }) => exported(model, as) !== undefined).length,
    );
    expect(Math.min(...counts)).toBeGreaterThan(cases.length / 20);
    expect(counts[0]).toBe(Math.max(...counts));
    expect(counts[0]).toBeGreaterThan((2 * cases.length) / 3);
  });

  test('come back from xtabond2 as the same models', () =>
    every(cases, nameOf, ({ model }) => {
      const code = exported(model, 'xtabond2');
      if (code === undefined) return;
      const { model: back, notes } = importDynamic(code);
      expect(notes).toEqual([]);
      expect(back.data).toBe('data.csv');
      const same = { ...model, compat: undefined };
      expect(canonical(back)).toEqual(canonical(same));
    }));

  test('come back from pydynpd with the same instruments', () =>
    every(cases, nameOf, ({ model }) => {
      const code = exported(model, 'pydynpd');
      if (code === undefined) return;
      // Without a level equation the matrices h 2 and h 3 are one.
      const { h, system } = canonical(model);
      const back = instrumentByInstrument({ ...importDynamic(code).model, h });
      expect(system && h !== 3).toBe(false);
      expect(back).toEqual(instrumentByInstrument(withoutReports(model)));
    }));

  test('are code or an error that names a key', () =>
    every(cases, nameOf, ({ model }) => {
      for (const as of ['xtdpdgmm', 'gretl', 'plm', 'pdynmc'] as const) exported(model, as);
    }));
});
