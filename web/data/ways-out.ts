/** What a person can do about a warning or a failure of the data, as options of reading. */
import type { TableWarning } from 'wasmetrics/data';
import type { Failure } from '../engine/failure.js';
import type { ReadChoices } from '../engine/questions/tables.js';

/** Options for `way`, which the words of the page name. A `where` is a filter of the model. */
export type WayOut =
  | { readonly way: 'read'; readonly options: ReadChoices }
  | { readonly way: 'where'; readonly where: string };

const read = (options: ReadChoices): WayOut => ({ way: 'read', options });

/** The ways out of a warning, the likeliest first. */
export function waysOutOf(warning: TableWarning): readonly WayOut[] {
  if (warning.detail === undefined) return [];
  return ofSheet(warning) ?? ofText(warning) ?? ofCells(warning) ?? [];
}

type Ways = readonly WayOut[] | undefined;

function ofSheet({ code, detail }: TableWarning): Ways {
  switch (code) {
    case 'other-sheets':
      return detail!.others.map(({ name }) => read({ sheet: name }));
    case 'title-rows':
      return [read({ header: detail!.header })];
    case 'heading-rows':
      return [read({ header: detail!.rows.map(({ row }) => row) })];
    case 'note-rows':
      return [read({ lastRow: detail!.first - 1 }), read({ lastRow: detail!.last })];
    case 'merged-cells':
      return [read({ fillMerged: true })];
    case 'total-rows':
      return [{ way: 'where', where: detail!.where }];
    default:
      return undefined;
  }
}

function ofText({ code, detail }: TableWarning): Ways {
  switch (code) {
    case 'title-line':
      return [read({ header: detail!.names as number })];
    case 'lines-above':
      return [read({ header: detail!.header })];
    case 'blanks-separate':
      return [read({ delimiter: 'whitespace' })];
    case 'doubtful-encoding':
      return [read({ encoding: 'utf-8' })];
    case 'decimal-comma':
      return [read({ decimal: ',' })];
    case 'mixed-decimal-signs':
      return [read({ decimal: ',', thousands: '.' })];
    default:
      return undefined;
  }
}

function ofCells({ code, detail }: TableWarning): Ways {
  switch (code) {
    case 'numbers-as-text':
      return [read(detail!.keys as ReadChoices)];
    case 'repeated-number':
    case 'leading-zeros':
      return [read({ types: { [detail!.column]: 'text' } })];
    case 'not-a-number':
      return 'most' in detail! ? undefined : ofHint(detail!.cell, detail!.hint);
    default:
      return undefined;
  }
}

type Hint = Extract<
  Extract<TableWarning, { code: 'not-a-number' }>['detail'],
  { readonly others: number }
>['hint'];

const ofSigns: Readonly<Record<string, ReadChoices>> = {
  percent: { percent: true },
  marks: { marks: true },
  'comma-thousands': { thousands: ',' },
  'comma-decimal': { decimal: ',' },
  'comma-decimal-point-thousands': { decimal: ',', thousands: '.' },
  'point-thousands-comma-decimal': { decimal: ',', thousands: '.' },
  'point-thousands': { thousands: '.' },
  'space-thousands': { thousands: ' ' },
  'apostrophe-thousands': { thousands: "'" },
};

function ofHint(cell: string, hint: Hint): Ways {
  if (hint === undefined) return undefined;
  if (hint.kind === 'missing') return [read({ missing: [cell] })];
  if (hint.kind === 'comma') return [read({ decimal: ',' }), read({ thousands: ',' })];
  if (hint.kind === 'keys') return [read(hint.keys as ReadChoices)];
  const options = ofSigns[hint.kind];
  return options && [read(options)];
}

/** The ways out of a failure: a likely encoding, the sheets of a workbook. */
export function waysOutOfFailure({ code, detail }: Failure): readonly WayOut[] {
  const known = (detail ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof known['likely'] === 'string') return [read({ encoding: known['likely'] })];
  if (code === 'unknown-sheet') return sheetsOf(known).map((sheet) => read({ sheet }));
  if (code === 'ragged-row' && typeof known['names'] === 'number') {
    return [read({ header: known['names'] })];
  }
  if (code === 'ragged-row' && known['isNote'] === true) {
    return [read({ lastRow: Number(known['row']) - 1 })];
  }
  return [];
}

const sheetsOf = ({ sheets }: { readonly sheets?: unknown }) =>
  (Array.isArray(sheets) ? sheets : []).map((sheet: unknown) =>
    String(typeof sheet === 'object' && sheet !== null && 'name' in sheet ? sheet.name : sheet),
  );

/** Names of the sheets that a warning or a failure lists. */
export function sheetNames(warnings: readonly TableWarning[], failure?: Failure): string[] {
  const other = warnings.find(({ code }) => code === 'other-sheets');
  if (other?.code === 'other-sheets' && other.detail !== undefined) {
    return [other.detail.sheet, ...other.detail.others.map(({ name }) => name)];
  }
  return failure?.code === 'unknown-sheet' ? sheetsOf({ ...failure.detail }) : [];
}
