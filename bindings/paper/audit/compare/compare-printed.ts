/** Compares printed numbers with recomputed ones, such as those of a study. */
import { badArgument, isKeyed } from '../../../core/arguments/arguments.js';
import type { AuditField } from '../../../results/audit/audit.js';
import type {
  ComparedNumber,
  PrintedComparison,
  PrintedPlace,
  UnmatchedNumber,
} from '../../../results/audit/printed-comparison.js';
import { reasoned, type Said, say } from '../../../words/phrase.js';
import { checkTable } from '../../tables/paper/checked.js';
import type { PaperTable } from '../../tables/paper/table.js';
import { readNotes } from '../notes.js';
import { rangeOf, readPrinted, roundings } from '../printed.js';
import { type AuditColumn, type AuditTable, isAuditTable } from '../table.js';
import { columnOf, fieldAt, hasRow, momentAt, statisticAt, tableOf } from './match.js';
import { type RecomputedNumber, type RecomputedTable, recomputedTable } from './recomputed.js';
import { printedTables } from '../../../words/expectations/paper/reports.js';
import { tablesById } from '../../../words/expectations/paper/tables.js';

/**
 * Compares printed tables with tables of this program, such as those of a study. A printed number is equal if some rule
 * of rounding gives it from the recomputed one.
 *
 * @param printed - as `readPrintedTables` returns them
 * @param recomputed - tables by identifier, such as `tables` of a study
 * @throws InputError `bad-value`
 */
export function comparePrinted(
  printed: AuditTable | readonly AuditTable[],
  recomputed: Readonly<Record<string, PaperTable>>,
): PrintedComparison {
  const tables = Array.isArray(printed) ? (printed as readonly AuditTable[]) : [printed];
  const wrong = (tables as readonly unknown[]).findIndex((table) => !isAuditTable(table));
  if (tables.length === 0 || wrong >= 0) {
    throw badArgument('comparePrinted', 'printed', printedTables(), tables[wrong]);
  }
  if (!isKeyed(recomputed)) {
    throw badArgument('comparePrinted', 'recomputed', tablesById(), recomputed);
  }
  const known = Object.entries(recomputed).map(([id, table]) => {
    checkTable(table, 'comparePrinted');
    return recomputedTable(id, table);
  });
  const outcomes = (tables as readonly AuditTable[]).flatMap((table) => outcomesOf(table, known));
  const compared = outcomes.filter((outcome) => 'verdict' in outcome);
  const equal = compared.filter(({ verdict }) => verdict === 'equal').length;
  return {
    kind: 'printed-comparison',
    compared,
    unmatched: outcomes.filter((outcome) => 'reason' in outcome),
    equal,
    differs: compared.length - equal,
  };
}

type Outcome = ComparedNumber | UnmatchedNumber;

function outcomesOf(table: AuditTable, known: readonly RecomputedTable[]): Outcome[] {
  const other = tableOf(table, known);
  if (other === undefined) {
    const ids = known.map(({ id }) => id).join(', ');
    const reason = reasoned(say('no table of {} has its name, title or number', ids));
    return table.columns.flatMap((column) =>
      placesOf(table, column).map(({ place }) => ({ ...place, ...reason })),
    );
  }
  return table.columns.flatMap((column) =>
    placesOf(table, column).map(({ place, kind, key }): Outcome => {
      const number = numberAt(column, { place, kind, key }, { printed: table, recomputed: other });
      if ('say' in number) return { ...place, ...reasoned(number) };
      return outcomeOf(place, number, { printed: table, recomputed: other });
    }),
  );
}

/** The recomputed number for a place, or the reason why there is none. */
function numberAt(
  column: AuditColumn,
  { place: { row }, kind, key }: Placed,
  { printed, recomputed }: Tables,
): RecomputedNumber | Said {
  const { id } = recomputed;
  if (kind === 'moment') {
    return (
      momentAt(recomputed, column, [row!, key]) ?? say('table {} has no {} of {}', id, key, row!)
    );
  }
  const matched = columnOf(column, printed, recomputed);
  if (matched === undefined) return say('table {} has no column of this number or head', id);
  const number =
    kind === 'stat'
      ? statisticAt(recomputed, matched, key)
      : fieldAt(recomputed, matched, [row!, key]);
  if (number !== undefined) return number;
  const place = say('table {}, column {}', id, matched.number);
  if (row === undefined) return say('{} has no {}', place, key);
  return hasRow(recomputed, matched, row)
    ? say('{} has no {} of {}', place, key, row)
    : say('{} has no row {}', place, row);
}

interface Placed {
  readonly place: PrintedPlace;
  readonly kind: RecomputedNumber['kind'];
  /** The field or the statistic. */
  readonly key: string;
}

/** Every text of a column, with its place. Missing stars count if other coefficients have stars. */
function placesOf(
  { table, columns }: AuditTable,
  { column, rows, stats, variables }: AuditColumn,
): Placed[] {
  const hasStars = columns.some((auditColumn) =>
    auditColumn.rows.some(({ printed }) => (printed.stars ?? '') !== ''),
  );
  const estimates = rows.flatMap(({ row, printed }) => {
    const texts = hasStars && printed.coef !== undefined ? { stars: '', ...printed } : printed;
    return Object.entries(texts).map(([key, text]): Placed => {
      const place = { table, column, row, field: key as AuditField, printed: text };
      return { place, kind: 'field', key };
    });
  });
  const statistics = Object.entries(stats).map(([stat, text]): Placed => ({
    place: { table, column, stat, printed: text },
    kind: 'stat',
    key: stat,
  }));
  const moments = Object.entries(variables).flatMap(([row, texts]) =>
    Object.entries(texts).map(([stat, text]): Placed => ({
      place: { table, column, row, stat, printed: text },
      kind: 'moment',
      key: stat,
    })),
  );
  return [...estimates, ...statistics, ...moments];
}

interface Tables {
  readonly printed: AuditTable;
  readonly recomputed: RecomputedTable;
}

function outcomeOf(place: PrintedPlace, number: RecomputedNumber, tables: Tables): Outcome {
  const of = { table: tables.recomputed.id, column: number.column };
  if (place.field === 'stars') {
    if (!sameLegend(tables)) return { ...place, ...reasoned('the legends of stars differ') };
    const verdict = place.printed === number.text ? 'equal' : 'differs';
    return { ...place, recomputed: number.text, verdict, of };
  }
  const printed = readPrinted(place.printed);
  const { value } = number;
  if (printed === undefined || value === undefined) {
    return { ...place, ...reasoned(say('"{}" is no number', place.printed)) };
  }
  const slack = 1e-9 * printed.unit;
  const fits = (rounding: (typeof roundings)[number]) => {
    const { low, high } = rangeOf(printed, rounding);
    return value >= low - slack && value <= high + slack;
  };
  const isNearest = fits('nearest');
  const verdict = roundings.some(fits) ? 'equal' : 'differs';
  return {
    ...place,
    recomputed: value,
    verdict,
    ...(printed.bound === undefined && { units: (printed.value - value) / printed.unit }),
    ...(verdict === 'equal' && !isNearest && { cut: true as const }),
    of,
  };
}

/** True if stars have the same meaning: both legends give the same levels, or the printed table has no legend. */
function sameLegend({ printed, recomputed }: Tables): boolean {
  const { legend } = readNotes(printed.notes);
  const levels = Object.entries(recomputed.legend);
  return (
    legend.size === 0 ||
    (legend.size === levels.length && levels.every(([mark, level]) => legend.get(mark) === level))
  );
}
