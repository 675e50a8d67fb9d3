/** Checks what the choices of a static model need from the data, before any specification is estimated. */
import { emptyFilter } from '../../../../words/errors/analysis/sensitivity.js';
import { badChoice, pathOf } from '../dimension.js';
import type { Engine } from '../../../../core/engine/engine.js';
import {
  columnsOf,
  evaluateWhere,
  findColumn,
  parseTerms,
  parseWhere,
  type Table,
} from '../../../../data/index.js';
import type { Choices, CovarianceChoice, TermSet } from '../../../../models/multiverse-keys.js';
import { elementaryMath } from '../../../../core/numerics/elementary.js';
import { bothFilters } from '../shared-choices.js';
import { termsOf } from './terms.js';

/**
 * @throws InputError `unknown-column` for a column that no specification could have, `empty-sample` for a filter that
 *   keeps no row
 */
export function checkChoices(
  engine: Engine,
  table: Table,
  where: string | undefined,
  over: Choices,
): void {
  const { controls, instruments, fixedEffects, outcomes, vcov } = over;
  const check = (names: readonly string[], key: string) => {
    for (const name of names) findColumn(table, name, `multiverse.over.${key}`);
  };
  const inSets = (sets: readonly TermSet[] = []) => sets.flatMap(termsOf).flatMap(columnsOf);
  if (controls !== 'all') check(inSets(controls), 'controls');
  check(inSets(instruments), 'instruments');
  check(inSets(fixedEffects), 'fixedEffects');
  check((outcomes ?? []).flatMap(parseTerms).flatMap(columnsOf), 'outcomes');
  for (const one of (vcov ?? []) as readonly CovarianceChoice[]) {
    const { cluster = [], order } = one;
    check([...cluster, ...(order === undefined ? [] : [order])], 'vcov');
  }
  checkSamples(engine, table, where, over.samples);
}

function checkSamples(
  engine: Engine,
  table: Table,
  where: string | undefined,
  samples: Choices['samples'] = {},
): void {
  for (const [name, filter] of Object.entries(samples)) {
    if (filter === null) continue;
    parseWhere(filter);
    const kept = evaluateWhere(
      parseWhere(bothFilters(where, filter)!),
      table,
      elementaryMath(engine),
    );
    if (kept.includes(1)) continue;
    const key = `samples.${name}`;
    throw badChoice(key, emptyFilter({ path: pathOf(key), filter, rows: table.nrows }));
  }
}
