/** Printed numbers compared with recomputed ones. */
import type {
  ComparedNumber,
  PrintedComparison,
  PrintedPlace,
} from '../../../../results/audit/printed-comparison.js';
import {
  facts,
  left,
  maybe,
  notes,
  right,
  table,
  verbatim,
  words,
} from '../../../tables/blocks.js';
import type { Block, Cell, Document } from '../../../tables/draft.js';
import { count } from '../../../../words/text/counts.js';
import { because, list, type Phrase, plural, type Said, say } from '../../../../words/phrase.js';

export function printedComparisonDocument(comparison: PrintedComparison): Document {
  const { compared, unmatched, equal, differs } = comparison;
  const cut = compared.filter((comparedNumber) => comparedNumber.cut === true).length;
  return {
    kind: 'printed-comparison',
    title: say('Printed and recomputed numbers: {}', verdictOf(comparison)),
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

function verdictOf({ compared, differs }: PrintedComparison): Phrase {
  if (compared.length === 0) return say('nothing could be compared');
  return differs === 0 ? say('none differs') : plural(differs, 'differs', 'differ');
}

function differing(numbers: readonly ComparedNumber[]): Block[] {
  return table(
    'Numbers that differ',
    [
      left('number'),
      right('printed'),
      right('recomputed'),
      right('last digits'),
      left('from@printed'),
    ],
    numbers.map((comparedNumber) => ({
      cells: [
        verbatim(numberWords(comparedNumber)),
        printedCell(comparedNumber.printed),
        typeof comparedNumber.recomputed === 'string'
          ? textCell(comparedNumber.recomputed)
          : maybe(comparedNumber.recomputed, (value) => digitsLike(comparedNumber.printed, value)),
        maybe(comparedNumber.units, unitsWords),
        words(say('{}, column {}', comparedNumber.of.table, comparedNumber.of.column)),
      ],
    })),
  );
}

/** The text, or that there is none. */
function textCell(text: string): Cell {
  return text === '' ? words('none') : verbatim(text);
}

function printedCell(text: string): Cell {
  const value = Number(text);
  return text === '' || Number.isNaN(value) ? textCell(text) : { text, value };
}

function numberWords({ row, field, stat }: PrintedPlace): string {
  return [...(row === undefined ? [] : [row]), field ?? stat ?? ''].join(': ');
}

function placeWords(place: PrintedPlace): Phrase {
  return say('table {}, column {}, {}', place.table, place.column, numberWords(place));
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
function reasonsOf({ unmatched }: PrintedComparison): Said[] {
  const reasons = new Map(unmatched.map((one) => [one.reason, because(one)]));
  return Array.from(reasons, ([reason, why]) => {
    const places = unmatched
      .filter((unmatchedNumber) => unmatchedNumber.reason === reason)
      .map(placeWords);
    const shown = list(places.slice(0, 3), '; ');
    const more = places.length > 3 ? say('; and {} more', count(places.length - 3)) : '';
    return say('not matched, as {}: {}{}.', why, shown, more);
  });
}
