/** The specifications of a multiverse as lines of a table. */
import type {
  MultiverseResult,
  Specification,
} from '../../../../analysis/sensitivity/multiverse/result.js';
import { isFailure } from '../../../../core/jobs/failures.js';
import type { Line, LineColumn, LineValue } from '../../../tables/paper/kinds/lines-table.js';
import { reasonText } from '../../../tables/paper/parts/notes.js';
import { termLabel } from '../../../tables/paper/parts/terms.js';
import type { Settings } from '../../../tables/paper/settings.js';
import { choiceName, choiceValue } from '../../../figures/specification/choice-names.js';
import type { ChoiceValue } from '../../../../analysis/sensitivity/multiverse/dimension.js';
import { vocabularyOf } from '../../../../words/languages/index.js';
import { count } from '../../../../words/text/counts.js';
import { testColumns, type ResultLines } from './columns.js';

/** A line for each specification: its choices, then its estimate. The author's model is named. */
export function multiverseLines(result: MultiverseResult, settings: Settings): ResultLines {
  const { choices, specifications, repeated, level, bootstrap } = result;
  const { words } = settings;
  const chosen = choices.map(({ name }): LineColumn => ({
    statistic: `choice ${name}`,
    head: choiceLabel(name, settings),
    kind: 'text',
  }));
  const columns = testColumns({ level }, settings).filter(({ statistic }) => statistic !== 'stat');
  return {
    columns: [
      ...chosen,
      ...columns,
      { statistic: 'nobs', head: words.statistics['nobs']!, kind: 'count' },
    ],
    groups: [
      specifications.map((one, i) => specificationLine(one, i, settings)),
      summaryLines(result, settings),
    ],
    warnings: [],
    notes: [
      ...(repeated === undefined ? [] : [words.lines.repeated(repeated)]),
      ...(bootstrap === undefined ? [] : [drawnWords(bootstrap)]),
      ...failureNotes(specifications, settings),
    ],
  };

  function drawnWords({ reps, seed }: { readonly reps: number; readonly seed: number }): string {
    return words.lines.bootstrapped(settings.marked(count(reps)), String(seed));
  }
}

/** `control x` by the label of x; other choices as figures call them. */
function choiceLabel(choice: string, settings: Settings): string {
  const [, control] = /^control (.+)$/s.exec(choice) ?? [];
  if (control !== undefined) return settings.labels[choice] ?? termLabel(control, settings);
  return settings.labels[choice] ?? choiceName(choice, namesIn(settings));
}

const namesIn = (settings: Settings) => ({
  words: vocabularyOf(settings.language).figures,
  term: (name: string) => termLabel(name, settings),
});

function specificationLine(
  { choices, own: isAuthors, estimate }: Specification,
  i: number,
  settings: Settings,
): Line {
  const { words } = settings;
  const chosen = Object.entries(choices).map(([name, value]) => [
    `choice ${name}`,
    choiceText(name, value, settings),
  ]);
  const tag = `(${i + 1})`;
  return {
    name: tag,
    label: isAuthors ? words.lines.own(tag) : tag,
    values: { ...(Object.fromEntries(chosen) as Record<string, string>), ...numbersOf(estimate) },
    p: numbersOf(estimate)['p'] as number | undefined,
  };
}

function choiceText(choice: string, value: ChoiceValue, settings: Settings): string {
  const { words } = settings;
  if (typeof value === 'boolean') return words[value ? 'yes' : 'no'];
  return choiceValue(choice, value, namesIn(settings));
}

/** The numbers of an estimate; with a bootstrap those of its replicates. */
function numbersOf(one: Specification['estimate']): Readonly<Record<string, LineValue>> {
  if (one === null) return {};
  const { estimate, nobs, bootstrap = one } = one;
  if (isFailure(bootstrap)) return { estimate, nobs };
  const { stdError, pValue: p, confInt: interval } = bootstrap;
  return { estimate, stdError, p, interval, nobs };
}

/** Lowest, median and highest estimate, and how many have the sign of the author's and are significant. */
function summaryLines({ all }: MultiverseResult, settings: Settings): Line[] {
  const { words } = settings;
  const { descriptive, lines } = words;
  const { min, median, max, sameSign, significant, count: n } = all;
  if (n === 0) return [];
  const numbers = Object.entries({ min, median, max });
  const share = (part: number) => lines.ofAll(count(part), count(n));
  return [
    ...numbers.map(([name, estimate]) => ({
      name,
      label: descriptive[name]!,
      values: { estimate },
    })),
    { name: 'sameSign', label: lines.sameSign, values: { estimate: share(sameSign) } },
    { name: 'significant', label: lines.significant, values: { estimate: share(significant) } },
  ];
}

/** `(3), (5): why there is no estimate`. */
function failureNotes(specifications: readonly Specification[], settings: Settings): string[] {
  const tags = new Map<string, string[]>();
  for (const [i, { failure }] of specifications.entries()) {
    if (failure === undefined) continue;
    const { message: reason, told } = failure;
    const text = reasonText({ reason, ...(told && { told }) } as { reason: string }, settings)!;
    tags.set(text, [...(tags.get(text) ?? []), `(${i + 1})`]);
  }
  const { words } = settings;
  return [...tags].map(([text, columns]) => words.column(columns.join(words.comma), text));
}
