/** Models and commands of the golden cases, and when two models are equal. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFormula, parseTerms, termName } from '../../../bindings/data/index.js';
import { oneEquationGroups } from '../../../bindings/interchange/one-equation.js';
import { type DpdModel, type DpdModelInput, parseModel } from '../../../bindings/models/index.js';
import type { ExpectedFit } from '../../golden/compare.js';
import type { Tolerance } from '../../golden/check.js';

const golden = fileURLToPath(new URL('../../golden/', import.meta.url));

export interface Case {
  readonly name: string;
  readonly model: DpdModelInput;
  readonly software: string;
  readonly command: string;
  readonly expected: ExpectedFit;
  readonly tolerance: Tolerance;
  readonly dataFile: string;
  /** Columns of the case's data in order. */
  readonly columns: readonly string[];
}

/** The golden cases of dynamic panels. */
export const cases: readonly Case[] = readdirSync(golden, { withFileTypes: true })
  .filter((folder) => folder.isDirectory())
  .flatMap(({ name: folder }) =>
    readdirSync(join(golden, folder))
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => readCase(folder, file)),
  );

function readCase(folder: string, file: string): Case[] {
  const content = JSON.parse(readFileSync(join(golden, folder, file), 'utf8')) as {
    model?: DpdModelInput;
    source?: { software: string; command: string };
    expected: ExpectedFit;
    tolerance: Tolerance;
  };
  const { model, source, expected, tolerance } = content;
  if (model?.estimator !== 'dpd' || source === undefined) return [];
  const dataFile = join(golden, folder, 'data.csv');
  const header = readFileSync(dataFile, 'utf8').split(/\r?\n/)[0]!;
  const columns = header.split(',').map((name) => name.replace(/^"|"$/g, ''));
  const { software, command } = source;
  const name = `${folder}/${file}`;
  return [{ name, model, software, command, columns, expected, tolerance, dataFile }];
}

/** The same instruments, each of one variable and one equation, lags in names added to the window. */
export function instrumentByInstrument(input: DpdModelInput) {
  const { iv, ...rest } = canonical(input);
  const groups = oneEquationGroups(parseModel(input) as DpdModel).map((group) => {
    const { collapse, passthru, transform } = group.group;
    const { of, equation, lags } = group;
    return { of: termName(of), equation, lags, collapse, passthru, transform };
  });
  const ordinary = iv.flatMap(({ vars, ...group }) => vars.map((name) => ({ name, ...group })));
  return { ...rest, gmm: sorted(groups), iv: sorted(ordinary) };
}

function sorted<T>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** A model in the form in which equal models are equal; roles become windows. */
export function canonical(input: DpdModelInput) {
  const model = parseModel(input) as DpdModel;
  const { depvar, regressors, intercept } = parseFormula(model.formula);
  const names = (vars: readonly string[]) => vars.flatMap(parseTerms).map(termName);
  return {
    ...model,
    data: undefined,
    bootstrap: undefined,
    formula: {
      depvar: termName(depvar),
      regressors: regressors.map(termName),
      intercept: intercept && model.system,
    },
    gmm: model.gmm.map(({ vars, equation, ...group }) => ({
      ...group,
      role: undefined,
      vars: names(vars),
      equation: model.system ? equation : 'diff',
    })),
    iv: model.iv.map(({ vars, equation, ...group }) => ({
      ...group,
      vars: names(vars),
      equation: model.system ? equation : 'diff',
    })),
  };
}
