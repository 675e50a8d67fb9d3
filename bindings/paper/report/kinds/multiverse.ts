/** A multiverse: its choices, what remains under the rule, and which choice matters. */
import { withoutExcerpt } from '../../../words/text/excerpt.js';
import { traitsOf } from '../../../models/registry.js';
import type {
  ChoiceSummary,
  MultiverseResult,
} from '../../../analysis/sensitivity/multiverse/result.js';
import * as block from '../../tables/blocks.js';
import type { Cell, Document, TableRow, TableBlock } from '../../tables/document.js';
import { count, plural } from '../../../words/text/counts.js';
import { columnFormat } from '../../../words/text/format.js';
import { fixed } from '../../../words/text/rounding.js';
import { full, summary } from '../../tables/forms.js';
import { bootstrapWarnings } from '../multiverse/bootstrap.js';
import { multiverseFacts } from '../multiverse/words.js';

export function multiverseDocument(result: MultiverseResult): Document {
  const { coefficient, depvar, estimator } = result;
  return {
    kind: 'multiverse',
    title: `Multiverse of ${coefficient} in ${traitsOf(estimator)?.words.model ?? 'a model'} of ${depvar}`,
    blocks: [
      ...block.facts(multiverseFacts(result)),
      ...choiceTable(result),
      ...block.legend(...legendLines(result)),
      ...block.warnings(warningLines(result)),
    ],
  };
}

function legendLines({ bootstrap, rule, choices, specifications }: MultiverseResult): string[] {
  const held = bootstrap === undefined ? 'are significant' : 'an interval that excludes 0';
  const which = rule === null ? 'specifications' : 'admissible specifications';
  const hasAuthor = specifications.some(
    (specification) => specification.own && specification.estimate !== null,
  );
  const reference = hasAuthor ? "the author's estimate" : 'the median';
  const hasOutcomes = choices.some(({ name, values }) => name === 'outcome' && values.length > 1);
  return [
    `lowest to highest: of the ${which} with each choice; share: how many of them have the sign of ${reference} and ${held}`,
    'the share describes the listed choices and is no p-value, as specifications are not independent',
    ...(hasOutcomes
      ? ['compare estimates within an outcome, as outcomes may have other units']
      : []),
  ];
}

/** Maximum values of a choice on a page. */
const VALUES = 8;

function choiceTable({ byChoice, rule, choices }: MultiverseResult): TableBlock[] {
  const format = columnFormat(
    byChoice.flatMap(({ admissible: { min, median, max } }) => [min ?? 0, median ?? 0, max ?? 0]),
  );
  const row = (
    { choice, value, count: all, failed, admissible }: ChoiceSummary,
    place: number,
  ): TableRow => ({
    ...(place >= VALUES && { forms: full }),
    cells: [
      block.words(place === 0 ? choice : ''),
      valueCell(value),
      ...[all, failed, admissible.count].map((n) => block.number(n, count)),
      ...[admissible.min, admissible.median, admissible.max].map((x) => block.maybe(x, format)),
      block.maybe(admissible.share, (share) => `${fixed(100 * share, 1)}%`),
    ],
  });
  const rows = choices.flatMap(({ name }) => {
    const values = byChoice.filter(({ choice }) => choice === name);
    const more = values.length - VALUES;
    const rest = {
      forms: summary,
      cells: [block.words(''), block.words(plural(more, 'more value'))],
    };
    return [...values.map(row), ...(more > 0 ? [rest] : [])];
  });
  const complete = byChoice.every(({ failed }) => failed === 0);
  const columns = [
    ...['choice', 'value'].map(block.left),
    block.right('number'),
    { ...block.right('failed'), ...(complete && { forms: full }) },
    { ...block.right('admissible'), ...(rule === null && { forms: full }) },
    ...['lowest', 'median', 'highest', 'share'].map(block.right),
  ];
  return block.table('Choices', columns, rows);
}

function valueCell(value: ChoiceSummary['value']): Cell {
  return typeof value === 'number' ? block.number(value, String) : block.words(String(value));
}

/** Number of reasons listed before the others are only counted. */
const FEW = 5;

function warningLines({ failures, bootstrap, warnings: given = [] }: MultiverseResult): string[] {
  const rest = failures.slice(FEW).reduce((sum, failure) => sum + failure.count, 0);
  const lines = failures
    .slice(0, FEW)
    .map(
      (countedFailure) =>
        `${plural(countedFailure.count, 'specification')} failed: ${withoutExcerpt(countedFailure.message)}`,
    );
  const more = rest === 0 ? [] : [`${plural(rest, 'specification')} failed for other reasons`];
  const estimates = given.map(
    ({ count: all, code, message }) =>
      `${plural(all, 'estimate')} gave a warning, the first: ${message} [${code}]`,
  );
  const bootstraps = bootstrap === undefined ? [] : bootstrapWarnings(bootstrap);
  return [...lines, ...more, ...estimates, ...bootstraps];
}
