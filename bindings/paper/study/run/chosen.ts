/** Which parts of a study run: all tables, figures and claims, or those that the caller chose. */
import { InputError } from '../../../core/errors/errors.js';
import { suggestionOf } from '../../../data/nearest.js';
import { claimNotRun, unknownChosen, unknownClaim } from '../../../words/errors/paper/studies.js';
import type { Claim } from '../claims/index.js';
import { readReference } from '../columns/reference.js';
import type { Study } from '../file/study.js';
import type { StudyOptions } from '../estimates/options.js';

/** Names of the tables and figures that run, and the claims that can be judged from them. */
export interface Chosen {
  readonly tables: readonly string[];
  readonly figures: readonly string[];
  readonly claims: readonly Claim[];
}

const place = { of: 'study', key: 'required' };

/**
 * @throws InputError `unknown-table` for a name that is neither a table nor a figure, `unknown-claim` for a required
 *   claim that the study does not have, `claim-not-run` for one whose tables do not run
 */
export function chosenOf(study: Study, { only, required = [] }: StudyOptions): Chosen {
  const chosen = partsOf(study, only);
  const known = study.claims.map(({ id }) => id);
  const unknown = required.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    const meant = known.length === 0 ? undefined : suggestionOf(unknown, known);
    throw new InputError(unknownClaim({ path: 'study.required', found: unknown, meant }), place);
  }
  const notRun = required.find((id) => !chosen.claims.some((claim) => claim.id === id));
  if (notRun !== undefined) {
    const missing = missingTables(study, notRun, chosen);
    throw new InputError(claimNotRun({ path: 'study.required', found: notRun, missing }), place);
  }
  return chosen;
}

function partsOf({ tables, figures, claims }: Study, only: StudyOptions['only']): Chosen {
  const all = { tables: tables.map(({ id }) => id), figures: figures.map(({ id }) => id) };
  if (only === undefined) return { ...all, claims };
  const known = [...all.tables, ...all.figures];
  const unknown = only.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const { table } = readReference(unknown);
    const meant = known.includes(table) ? { whole: table } : suggestionOf(unknown, known);
    const detail = { path: 'study.only', found: unknown, meant };
    throw new InputError(unknownChosen(detail), { of: 'study', key: 'only' });
  }
  const isChosen = (id: string) => only.includes(id);
  return {
    tables: all.tables.filter(isChosen),
    figures: all.figures.filter(isChosen),
    claims: claims.filter((claim) => tablesOf(claim).every(isChosen)),
  };
}

const tablesOf = ({ models }: Claim) => models.map(({ name }) => readReference(name).table);

/** The tables of a claim that do not run. */
function missingTables({ claims }: Study, id: string, { tables }: Chosen): readonly string[] {
  const claim = claims.find((one) => one.id === id)!;
  return [...new Set(tablesOf(claim))].filter((table) => !tables.includes(table));
}
