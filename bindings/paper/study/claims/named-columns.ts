/** Finds the printed columns that a claim names. */
import { EconError, type InputError } from '../../../core/errors/errors.js';
import { withoutExcerpt } from '../../../words/text/excerpt.js';
import { suggestionOf } from '../../../data/nearest.js';
import { inputError } from '../../../data/place.js';
import type { FitResult } from '../../../results/fit.js';
import * as said from '../../../words/errors/paper/claims.js';
import { noModels } from '../../../words/errors/paper/studies.js';
import { type Told, toldOf } from '../../../words/told.js';
import { quoted } from '../../../core/errors/quoted.js';
import { columnsNamed, isOfModel, printedColumns, resultOf } from '../columns/printed.js';
import { columnId, readReference, type Reference } from '../columns/reference.js';
import type { Clause, PlaceDetail } from '../../../words/vocabulary/claims.js';
import { estimatorOf, placeOf } from '../columns/words.js';
import type { FailedEntry, ModelPlace, StudyColumn, StudyResult } from '../result.js';
import type { Claim, NamedPlace } from './claim.js';

/** The parts of a study by which claims are judged. */
export type JudgedStudy = Pick<StudyResult, 'models' | 'comparisons' | 'failed'> &
  Partial<Pick<StudyResult, 'tables' | 'columns' | 'splits' | 'curves' | 'labels'>> & {
    readonly places: readonly ModelPlace[];
  };

/** A printed column with its result. */
export interface ResolvedColumn {
  readonly column: StudyColumn;
  readonly fit: FitResult;
  /** True if the claim names a whole table. */
  readonly isOfTable: boolean;
  /** The estimates that the name may mean, instead of this first stage or reduced form. */
  readonly estimate?: { readonly column: StudyColumn; readonly fit: FitResult } | undefined;
}

/** A column that a claim is about, or the reason why there is none. */
export type NamedColumn =
  ResolvedColumn | { readonly name: string; readonly table: string; readonly failure: Clause };

/** The column with its estimator. */
export const placeOfColumn = ({
  column,
  fit,
}: Pick<ResolvedColumn, 'column' | 'fit'>): PlaceDetail =>
  placeOf(column, [column.column], estimatorOf(fit, column));

/** `T5 column (2), 2SLS`, in each language. */
export const columnName = (resolved: Pick<ResolvedColumn, 'column' | 'fit'>) =>
  said.inColumn(placeOfColumn(resolved));

/**
 * The columns that a claim names: one by one, those of a group, or all of a table.
 *
 * @throws InputError `unknown-table` and `unknown-model` with the nearest name and a caret in the claim
 */
export function columnsOfClaim(claim: Claim, study: JudgedStudy): NamedColumn[] {
  const columns = printedColumns(study);
  const all = claim.models.flatMap((named) => columnsOfName(claim, { study, columns }, named));
  const nameOf = (namedColumn: NamedColumn) =>
    'failure' in namedColumn ? namedColumn.name : namedColumn.column.id;
  return all.filter(
    (namedColumn, i) => all.findIndex((other) => nameOf(other) === nameOf(namedColumn)) === i,
  );
}

interface Columned {
  readonly study: JudgedStudy;
  readonly columns: readonly StudyColumn[];
}

/** `columnsOfClaim` for one of its names. */
export function columnsOfName(claim: Claim, within: Columned, named: NamedPlace): NamedColumn[] {
  const { study, columns } = within;
  const { name } = named;
  const reference = readReference(name);
  const inStudy = columnsNamed(study, columns, reference);
  if (inStudy.length === 0) {
    const failure = failureOf(study.failed, reference);
    if (failure === undefined) throw unknownColumn(claim, within, named);
    return [{ name, table: reference.table, failure }];
  }
  const isOfTable = reference.column === undefined && reference.group === undefined;
  if (!isOfTable) checkOnePanel(claim, named, inStudy);
  return inStudy.map((column) => resolved(within, column, { reference, name, isOfTable }));
}

function resolved(
  { study, columns }: Columned,
  column: StudyColumn,
  { reference, name, isOfTable }: NamedReference,
): NamedColumn {
  const fit = resultOf(study, column);
  if (fit === undefined) {
    const failure: Clause = { code: 'not-kept', ...placeOf(column, [column.column]) };
    return { name, table: column.table, failure };
  }
  const estimate = columns.find(
    (studyColumn) => isOfModel(studyColumn) && studyColumn.model === column.model,
  );
  const other = estimate && resultOf(study, estimate);
  const mayMeanModel = reference.isColumn !== true && columnId(reference) === column.model;
  const isAmbiguous = !isOfTable && !isOfModel(column) && mayMeanModel;
  return {
    column,
    fit,
    isOfTable,
    ...(isAmbiguous && estimate && other && { estimate: { column: estimate, fit: other } }),
  };
}

interface NamedReference {
  readonly reference: Reference;
  readonly name: string;
  readonly isOfTable: boolean;
}

/** @throws InputError `bad-claim` for a column number that occurs in several panels */
function checkOnePanel(
  { text }: Claim,
  { name, offset }: NamedPlace,
  columns: readonly StudyColumn[],
): void {
  const panels = [...new Set(columns.map(({ panel }) => panel))];
  const [first, second] = columns;
  if (panels.length < 2) return;
  const detail = { found: name, panels: panels.map(String), columns: [first!.id, second!.id] };
  throw inputError({ text, offset }, said.severalPanels(detail));
}

/** The error for a table that failed or was stopped, with the reason. */
export function failureOf(
  failed: readonly FailedEntry[],
  { table }: Reference,
): Clause | undefined {
  const entry = failed.find(({ id }) => id === table);
  if (entry === undefined) return undefined;
  const { code, name, message, sentence = withoutExcerpt(message), told } = entry.error;
  if (code === 'interrupted') return { code: 'table-stopped', table };
  return {
    code: 'table-failed',
    table,
    error: code,
    sentence,
    ...(told !== undefined && { told }),
    ...(name !== undefined && { name }),
  };
}

function unknownColumn(
  { text }: Claim,
  { study, columns }: Columned,
  { name, offset }: NamedPlace,
): InputError {
  const { table } = readReference(name);
  const place = { text, offset };
  const inTable = columns.filter((studyColumn) => studyColumn.table === table);
  if (inTable.length > 0) {
    const numbers = [...new Set(inTable.map(({ column }) => column))];
    return inputError(place, said.otherColumns({ found: name, table, columns: numbers }));
  }
  if (Object.hasOwn(study.tables ?? {}, table)) {
    return inputError(place, noModels({ found: name, table }));
  }
  const known = [...new Set(columns.map((studyColumn) => studyColumn.table))];
  return inputError(
    place,
    said.unknownTable({ found: name, table, meant: suggestionOf(table, known) }),
  );
}

/** An error in the term of a claim, with its place in the claim. */
export function termError(claim: Claim, column: string | Told, error: unknown): InputError {
  if (!(error instanceof EconError)) throw error;
  const place = { text: claim.text, offset: claim.termOffset };
  return inputError(place, toldOf(quoted(error), column));
}
