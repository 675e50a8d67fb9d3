/** Which parts of a study run: all tables, figures and claims, or those that the caller chose. */
import { InputError } from '../../../core/errors/errors.js';
import { suggestion } from '../../../data/nearest.js';
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

/**
 * @throws InputError `unknown-table` for a name that is neither a table nor a figure, `unknown-claim` for a required
 *   claim that the study does not have, `claim-not-run` for one whose tables do not run
 */
export function chosenOf(study: Study, { only, required = [] }: StudyOptions): Chosen {
  const chosen = partsOf(study, only);
  const known = study.claims.map(({ id }) => id);
  const unknown = required.find((id) => !known.includes(id));
  if (unknown !== undefined) throw unknownClaim(unknown, known);
  const notRun = required.find((id) => !chosen.claims.some((claim) => claim.id === id));
  if (notRun !== undefined) throw claimNotRun(study, notRun, chosen);
  return chosen;
}

function partsOf({ tables, figures, claims }: Study, only: StudyOptions['only']): Chosen {
  const all = { tables: tables.map(({ id }) => id), figures: figures.map(({ id }) => id) };
  if (only === undefined) return { ...all, claims };
  const known = [...all.tables, ...all.figures];
  const unknown = only.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const { table } = readReference(unknown);
    const way = known.includes(table)
      ? `; tables run whole, so name ${table}`
      : suggestion(unknown, known);
    const message = `unknown table or figure "${unknown}"${way}`;
    throw new InputError(
      'unknown-table',
      message,
      { path: 'study.only', found: unknown },
      { of: 'study', key: 'only' },
    );
  }
  const isChosen = (id: string) => only.includes(id);
  return {
    tables: all.tables.filter(isChosen),
    figures: all.figures.filter(isChosen),
    claims: claims.filter((claim) => tablesOf(claim).every(isChosen)),
  };
}

const tablesOf = ({ models }: Claim) => models.map(({ name }) => readReference(name).table);

function unknownClaim(id: string, known: readonly string[]): InputError {
  const others = known.length === 0 ? '; the study has no claims' : suggestion(id, known);
  const message = `unknown claim "${id}"${others}`;
  return new InputError(
    'unknown-claim',
    message,
    { path: 'study.required', found: id },
    { of: 'study', key: 'required' },
  );
}

function claimNotRun({ claims }: Study, id: string, { tables }: Chosen): InputError {
  const claim = claims.find((one) => one.id === id)!;
  const missing = [...new Set(tablesOf(claim))].filter((table) => !tables.includes(table));
  const message = `${id} rests on ${missing.join(', ')}, which only does not name; run it too, or do not require ${id}`;
  return new InputError(
    'claim-not-run',
    message,
    { path: 'study.required', found: id },
    { of: 'study', key: 'required' },
  );
}
