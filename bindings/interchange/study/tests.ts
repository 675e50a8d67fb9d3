/** Tests and marginal effects of models of a script, as tables of a study. */
import { parseFormula, termName } from '../../data/index.js';
import type { ModelInput } from '../../models/model.js';
import { isOfModels, type ScriptTable } from './table.js';

/** The keys of a table of tests or of marginal effects, apart from the columns of its models. */
export interface AfterKeys {
  readonly hypotheses?: readonly string[];
  readonly functions?: readonly string[];
  readonly diagnostics?: true;
  readonly robust?: true;
  readonly margins?: readonly string[];
  /** The key `at`. */
  readonly places?: Readonly<Record<string, readonly number[]>>;
  readonly means?: true;
  readonly level?: number;
}

/** A statement after estimates: the model that it is of, and for a Hausman test the efficient one. */
export interface AfterTable {
  readonly line: number;
  /** The statement. */
  readonly title: string;
  readonly of: number;
  readonly hausman?: number | undefined;
  readonly keys: AfterKeys;
}

/** True if a model has the coefficients and variables of a table; only least squares have diagnostics. */
export function isTableOf(
  model: ModelInput,
  { margins = [], places = {}, diagnostics }: AfterKeys,
  terms: readonly string[],
): boolean {
  const { regressors, endogenous, intercept, effects } = parseFormula(model.formula);
  const names = [...regressors, ...endogenous].map(termName);
  const variables = new Set(names.flatMap((name) => name.split(':')));
  const hasTerm = (term: string) => {
    if (term === '_cons') return intercept || effects.length > 0;
    const factor = /^(\w+)=/.exec(term)?.[1];
    if (factor === undefined) return names.includes(term);
    return names.some((name) => name === `i(${factor})` || name.startsWith(`i(${factor},`));
  };
  return (
    (diagnostics === undefined || model.estimator === 'ols') &&
    terms.every(hasTerm) &&
    [...margins, ...Object.keys(places)].every((name) => variables.has(name))
  );
}

/** The tables with the columns of their models among those of the study; a model in groups has no column of its own. */
export function afterTables(
  tables: readonly AfterTable[],
  shown: readonly ScriptTable[],
  isSplit: (model: number) => boolean,
): { readonly written: readonly object[]; readonly lost: readonly AfterTable[] } {
  const lost: AfterTable[] = [];
  const written: object[] = [];
  const columnOf = (model: number) => (isSplit(model) ? undefined : columnIn(shown, model));
  const keyOf = ({ of, hausman, keys }: AfterTable) => JSON.stringify([of, hausman, keys]);
  const first = new Map([...tables].reverse().map((table) => [keyOf(table), table]));
  for (const table of tables) {
    if (first.get(keyOf(table)) !== table) continue;
    const { title, of, hausman, keys } = table;
    const { margins, places, ...others } = keys;
    const column = columnOf(of);
    const other = hausman === undefined ? undefined : columnOf(hausman);
    if (column === undefined || (hausman !== undefined && other === undefined)) lost.push(table);
    else if (margins === undefined) {
      written.push({ title, tests: column, ...(other && { hausman: other }), ...keys });
    } else written.push({ title, margins, of: column, ...(places && { at: places }), ...others });
  }
  return { written, lost };
}

/** The column of the first table that has the model, such as `T2.1`. */
function columnIn(tables: readonly ScriptTable[], model: number): string | undefined {
  for (const [i, table] of tables.entries()) {
    const place = isOfModels(table) ? table.models.indexOf(model) : -1;
    if (place >= 0) return `T${i + 1}.${place + 1}`;
  }
  return undefined;
}
