/** The names of coefficients and models in a figure. */
import type { Labels } from '../../results/common.js';
import type { FitResult } from '../../results/fit.js';
import { traitsOfWord } from '../../models/covariances/registry.js';
import { kindWords } from '../tables/paper/parts/errors.js';
import { termLabel } from '../tables/paper/parts/terms.js';
import { settingsOf } from '../tables/paper/settings.js';
import { entryOf } from '../tables/term-name.js';
import type { FigureOptions } from './figure.js';
import type { FigureWords } from '../../words/en/figures.js';
import { vocabularyOf } from '../../words/languages/index.js';

export interface Names {
  readonly words: FigureWords;
  /** The label of a coefficient. */
  readonly term: (name: string) => string;
  /** The label of a column of the data. */
  readonly column: (name: string) => string;
  /** The name of a kind of errors, and notes on its clusters. */
  readonly errors: (fit: FitResult) => string;
}

export function namesOf(
  { labels, language = 'en' }: FigureOptions,
  data: readonly (Labels | undefined)[] = [],
): Names {
  const known = data.flatMap((one) => one ?? []).reverse();
  const settings = settingsOf(
    { labels, language },
    {
      names: Object.assign({}, ...known.map(({ names }) => names)) as Labels['names'],
      values: Object.assign({}, ...known.map(({ values }) => values)) as Labels['values'],
    },
  );
  const column = (name: string) => entryOf(settings.labels, name) ?? name;
  return {
    words: vocabularyOf(language).figures,
    term: (name) => termLabel(name, settings),
    column,
    errors({ vcov: { type, clusters = [] } }) {
      const kind = kindWords(type, settings);
      if (clusters.length === 0) return kind;
      const by = settings.words.clustered(
        clusters.map((one) => column(one.column)).join(settings.words.comma),
      );
      return traitsOfWord(type)?.clusters !== undefined ? `${by} (${type})` : `${kind}, ${by}`;
    },
  };
}

/** Names of the models in a figure: their numbers and what distinguishes them. */
export function modelNames(
  fits: readonly FitResult[],
  names: Names,
  given?: readonly string[],
): string[] {
  if (given !== undefined) return fits.map((_, j) => given[j] ?? `(${j + 1})`);
  const differ = (read: (fit: FitResult) => string) => new Set(fits.map(read)).size > 1;
  const parts: ((fit: FitResult) => string)[] = [];
  if (differ(({ depvar }) => depvar)) parts.push(({ depvar }) => names.column(depvar));
  if (differ(({ title }) => title)) parts.push(({ title }) => title);
  if (parts.length === 0 && differ(names.errors)) parts.push(names.errors);
  return fits.map((fit, j) =>
    [`(${j + 1})`, parts.map((part) => part(fit)).join(', ')].join(' ').trim(),
  );
}
