/** A multiverse: its choices, what remains under the rule, and which choice matters. */
import { withoutExcerpt } from '../../../../words/text/excerpt.js';
import { traitsOf } from '../../../../models/registry.js';
import type {
  ChoiceSummary,
  MultiverseResult,
} from '../../../../analysis/sensitivity/multiverse/result.js';
import {
  empty,
  facts,
  lefts,
  legend,
  maybe,
  number,
  right,
  rights,
  table,
  verbatim,
  warnings,
  words,
} from '../../../tables/blocks.js';
import type { Cell, Document, TableRow, TableBlock } from '../../../tables/draft.js';
import { count } from '../../../../words/text/counts.js';
import { columnFormat } from '../../../../words/text/format.js';
import { fixed } from '../../../../words/text/rounding.js';
import { full, summary } from '../../../tables/forms.js';
import { bootstrapWarnings } from '../../multiverse/bootstrap.js';
import { multiverseFacts } from '../../multiverse/words.js';
import { failure, known, plural, type Said, say, type Saying } from '../../../../words/phrase.js';

export function multiverseDocument(result: MultiverseResult): Document {
  const { coefficient, depvar, estimator } = result;
  return {
    kind: 'multiverse',
    title: say(
      'Multiverse of {} in {} of {}',
      coefficient,
      known(traitsOf(estimator)?.words.model ?? 'a model'),
      depvar,
    ),
    blocks: [
      ...facts(multiverseFacts(result)),
      ...choiceTable(result),
      ...legend(...legendLines(result)),
      ...warnings(warningLines(result)),
    ],
  };
}

function legendLines({ bootstrap, rule, choices, specifications }: MultiverseResult): Saying[] {
  const held = say(bootstrap === undefined ? 'are significant' : 'an interval that excludes 0');
  const which = say(rule === null ? 'specifications' : 'admissible specifications');
  const hasAuthor = specifications.some(
    (specification) => specification.own && specification.estimate !== null,
  );
  const reference = say(hasAuthor ? "the author's estimate" : 'the median');
  const hasOutcomes = choices.some(({ name, values }) => name === 'outcome' && values.length > 1);
  return [
    say(
      'lowest to highest: of the {} with each choice; share: how many of them have the sign of {} and {}',
      which,
      reference,
      held,
    ),
    'the share describes the listed choices and is no p-value, as specifications are not independent',
    ...(hasOutcomes
      ? [say('compare estimates within an outcome, as outcomes may have other units')]
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
      verbatim(place === 0 ? choice : ''),
      valueCell(value),
      ...[all, failed, admissible.count].map((n) => number(n, count)),
      ...[admissible.min, admissible.median, admissible.max].map((x) => maybe(x, format)),
      maybe(admissible.share, (share) => `${fixed(100 * share, 1)}%`),
    ],
  });
  const rows = choices.flatMap(({ name }) => {
    const values = byChoice.filter(({ choice }) => choice === name);
    const more = values.length - VALUES;
    const rest = { forms: summary, cells: [empty, words(plural(more, 'more value'))] };
    return [...values.map(row), ...(more > 0 ? [rest] : [])];
  });
  const complete = byChoice.every(({ failed }) => failed === 0);
  const columns = [
    ...lefts('choice', 'value'),
    right('number@count'),
    { ...right('failed'), ...(complete && { forms: full }) },
    { ...right('admissible'), ...(rule === null && { forms: full }) },
    ...rights('lowest', 'median', 'highest', 'share'),
  ];
  return table('Choices', columns, rows);
}

function valueCell(value: ChoiceSummary['value']): Cell {
  return typeof value === 'number' ? number(value, String) : verbatim(String(value));
}

/** Number of reasons listed before the others are only counted. */
const FEW = 5;

function warningLines({ failures, bootstrap, warnings: given = [] }: MultiverseResult): Said[] {
  const rest = failures.slice(FEW).reduce((sum, failure) => sum + failure.count, 0);
  const lines = failures
    .slice(0, FEW)
    .map((countedFailure) =>
      say(
        '{} failed: {}',
        plural(countedFailure.count, 'specification'),
        failure({ ...countedFailure, message: withoutExcerpt(countedFailure.message) }),
      ),
    );
  const more =
    rest === 0 ? [] : [say('{} failed for other reasons', plural(rest, 'specification'))];
  const estimates = given.map(({ count: all, ...first }) =>
    say('{} gave a warning, the first: {} [{}]', plural(all, 'estimate'), first, first.code),
  );
  const bootstraps = bootstrap === undefined ? [] : bootstrapWarnings(bootstrap);
  return [...lines, ...more, ...estimates, ...bootstraps];
}
