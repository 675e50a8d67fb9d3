/** A multiverse: what was chosen, what the rule leaves, and which choice matters. */
import type { ChoiceSummary, MultiverseResult } from '../sensitivity/multiverse/result.js';
import {
  facts,
  left,
  legend,
  maybe,
  number,
  right,
  table,
  warnings,
  words,
} from '../tables/blocks.js';
import type { Cell, Document, TableRow, TableBlock } from '../tables/document.js';
import { columnFormat, count, plural } from '../tables/format.js';
import { fixed } from '../tables/rounding.js';
import { bootstrapWarnings } from './multiverse/bootstrap.js';
import { multiverseFacts } from './multiverse/words.js';

export function multiverseDocument(result: MultiverseResult): Document {
  const { coefficient, depvar, bootstrap } = result;
  const held = bootstrap === undefined ? 'are significant' : 'an interval that excludes 0';
  return {
    kind: 'multiverse',
    title: `Multiverse of ${coefficient} in a dynamic panel of ${depvar}`,
    blocks: [
      ...facts(multiverseFacts(result)),
      ...choiceTable(result),
      ...legend(
        `lowest to highest: of the admissible specifications with each choice; share: how many of them have the same sign and ${held}`,
      ),
      ...warnings(failureWarnings(result)),
    ],
  };
}

function choiceTable({ byChoice }: MultiverseResult): TableBlock[] {
  const format = columnFormat(
    byChoice.flatMap(({ admissible: { min, median, max } }) => [min ?? 0, median ?? 0, max ?? 0]),
  );
  const row = (
    { choice, value, count: all, failed, admissible }: ChoiceSummary,
    i: number,
  ): TableRow => ({
    cells: [
      words(byChoice[i - 1]?.choice === choice ? '' : choice),
      valueCell(value),
      ...[all, failed, admissible.count].map((n) => number(n, count)),
      ...[admissible.min, admissible.median, admissible.max].map((x) => maybe(x, format)),
      maybe(admissible.share, (share) => `${fixed(100 * share, 1)}%`),
    ],
  });
  const counts = ['value', 'number', 'failed', 'admissible'];
  const headings = [...counts, 'lowest', 'median', 'highest', 'share'];
  return table('Choices', [left('choice'), ...headings.map(right)], byChoice.map(row));
}

function valueCell(value: ChoiceSummary['value']): Cell {
  return typeof value === 'number' ? number(value, String) : words(String(value));
}

/** Reasons listed before the rest is only counted. */
const FEW = 5;

function failureWarnings({ failures, bootstrap }: MultiverseResult): string[] {
  const rest = failures.slice(FEW).reduce((sum, failure) => sum + failure.count, 0);
  const lines = failures
    .slice(0, FEW)
    .map((one) => `${plural(one.count, 'specification')} failed: ${one.message}`);
  const more = rest === 0 ? [] : [`${plural(rest, 'specification')} failed for other reasons`];
  return [...lines, ...more, ...(bootstrap === undefined ? [] : bootstrapWarnings(bootstrap))];
}
