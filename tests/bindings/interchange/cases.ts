/** Models and commands of the golden cases, and what makes two models the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFormula, parseTerms, termName } from '../../../bindings/data/index.js';
import type { DpdModel, DpdModelInput } from '../../../bindings/models/index.js';
import { parseModel } from '../../../bindings/models/index.js';

const golden = fileURLToPath(new URL('../../golden/', import.meta.url));

export interface Case {
  readonly name: string;
  readonly model: DpdModelInput;
  readonly software: string;
  readonly command: string;
  /** Columns of the case's data in their order. */
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
  const { model, source } = JSON.parse(readFileSync(join(golden, folder, file), 'utf8')) as {
    model?: DpdModelInput;
    source?: { software: string; command: string };
  };
  if (model?.estimator !== 'dpd' || source === undefined) return [];
  const header = readFileSync(join(golden, folder, 'data.csv'), 'utf8').split(/\r?\n/)[0]!;
  const columns = header.split(',').map((name) => name.replace(/^"|"$/g, ''));
  const { software, command } = source;
  return [{ name: `${folder}/${file}`, model, software, command, columns }];
}

/** The same instruments, each variable a group of its own and lags in names counted with the window. */
export function instrumentByInstrument(input: DpdModelInput) {
  const { gmm, iv, ...rest } = canonical(input);
  const alone = gmm.flatMap(({ vars, lags: [first, last], ...group }) =>
    vars.flatMap(parseTerms).map((term) => {
      const by = term.kind === 'lag' ? term.by : 0;
      const name = termName(term.kind === 'lag' ? term.of : term);
      return { ...group, name, lags: [first + by, last === null ? null : last + by] };
    }),
  );
  return { ...rest, gmm: alone, iv: iv.flatMap(({ vars }) => vars) };
}

/** A model in the form in which equal models are equal; roles are other words for windows. */
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
