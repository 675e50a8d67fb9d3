/** Printed numbers compared with recomputed ones. */
import type {
  ComparedNumber,
  PrintedComparison,
  PrintedPlace,
} from '../../../results/audit/printed-comparison.js';
import { facts, left, maybe, notes, right, table, words } from '../../tables/blocks.js';
import type { Block, Cell, Document } from '../../tables/document.js';
import { count, plural } from '../../../words/text/counts.js';

export function printedComparisonDocument(comparison: PrintedComparison): Document {
  const { compared, unmatched, equal, differs } = comparison;
  const cut = compared.filter((comparedNumber) => comparedNumber.cut === true).length;
  return {
    kind: 'printed-comparison',
    title: `Printed and recomputed numbers: ${verdictOf(comparison)}`,
    blocks: [
      ...facts([
        ['equal within rounding', count(equal)],
        ['equal if cut or rounded up', cut === 0 ? undefined : count(cut)],
        ['differ', count(differs)],
        ['not matched', count(unmatched.length)],
      ]),
      ...differing(compared.filter(({ verdict }) => verdict === 'differs')),
      ...notes(reasonsOf(comparison)),
    ],
  };
}

function verdictOf({ compared, differs }: PrintedComparison): string {
  if (compared.length === 0) return 'nothing could be compared';
  return differs === 0 ? 'none differs' : plural(differs, 'differs', 'differ');
}

function differing(numbers: readonly ComparedNumber[]): Block[] {
  return table(
    'Numbers that differ',
    [left('number'), right('printed'), right('recomputed'), right('last digits'), left('from')],
    numbers.map((comparedNumber) => ({
      cells: [
        words(numberWords(comparedNumber)),
        printedCell(comparedNumber.printed),
        typeof comparedNumber.recomputed === 'string'
          ? words(comparedNumber.recomputed === '' ? 'none' : comparedNumber.recomputed)
          : maybe(comparedNumber.recomputed, (value) => digitsLike(comparedNumber.printed, value)),
        maybe(comparedNumber.units, unitsWords),
        words(`${comparedNumber.of.table}, column ${comparedNumber.of.column}`),
      ],
    })),
  );
}

function printedCell(text: string): Cell {
  const value = Number(text);
  return text === '' || Number.isNaN(value) ? words(text || 'none') : { text, value };
}

function numberWords({ row, field, stat }: PrintedPlace): string {
  return [...(row === undefined ? [] : [row]), field ?? stat ?? ''].join(': ');
}

function placeWords(place: PrintedPlace): string {
  return `table ${place.table}, column ${place.column}, ${numberWords(place)}`;
}

/** Two more digits than are printed. */
function digitsLike(printed: string, value: number): string {
  const decimals = (/[.,](\d+)\D*$/.exec(printed)?.[1] ?? '').length;
  return value.toFixed(Math.min(decimals + 2, 20));
}

function unitsWords(units: number): string {
  const size = Math.abs(units) >= 10 ? units.toFixed(0) : units.toFixed(1);
  return units > 0 ? `+${size}` : size;
}

/** Numbers without a recomputed one, by the reason. */
function reasonsOf({ unmatched }: PrintedComparison): string[] {
  const reasons = [...new Set(unmatched.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const places = unmatched
      .filter((unmatchedNumber) => unmatchedNumber.reason === reason)
      .map(placeWords);
    const shown = places.slice(0, 3).join('; ');
    const more = places.length > 3 ? `; and ${count(places.length - 3)} more` : '';
    return `not matched, as ${reason}: ${shown}${more}.`;
  });
}
