import pc from 'picocolors';
import type { Test } from '../models/fit-result.js';
import type { CoefficientSets, ProjectedSets, WeakIdentification } from '../multiverse/index.js';
import { percent, pValue, plural, short, statistic } from './format.js';
import { setWords } from './instruments-text.js';
import { tableLines, width, wrap } from './table.js';
import { distribution } from './tests.js';
import type { TextOptions } from './to-text.js';

/** The rank test and a block of sets for each coefficient. */
export function weakText(result: WeakIdentification, { color = false }: TextOptions = {}): string {
  const { bold, yellow } = pc.createColors(color);
  const { title, depvar, nmoments, nparams, nclusters, level, places, warnings } = result;
  const lines = (text: string) => wrap(text, width);
  return [
    bold(`Weak identification: ${title} of ${depvar}`),
    '',
    ...lines(
      `${plural(nmoments, 'moment condition')}, ${plural(nparams, 'coefficient')}, ${plural(nclusters, 'unit or cluster', 'units or clusters')}`,
    ),
    ...lines(rankWords(result.rankTest)),
    ...result.sets.flatMap((sets) => {
      const [heading, ...rows] = tableLines(setTable(sets));
      const { coefficient, estimate } = sets;
      const title = `${percent(level)} sets of ${coefficient}, estimated as ${short(estimate, 6)}`;
      return ['', ...lines(title), bold(heading!), ...rows, ...lines(validity(sets))];
    }),
    '',
    ...lines(
      `Each coefficient was looked at in ${places} places from minus to plus infinity, and the ends of the sets were found by root search. The sets rest on the moment conditions and their clusters alone, not on the steps or the covariance of the model.`,
    ),
    ...warnings.flatMap(({ message }) => lines(`Warning: ${message}`).map(yellow)),
  ].join('\n');
}

function rankWords(test: Test): string {
  if (test.stat === null) return `Kleibergen-Paap rank test: not available: ${test.reason}`;
  return `Kleibergen-Paap rank test that the coefficients are not identified: ${statistic(test.stat)}, ${distribution(test.df)}, p = ${pValue(test.pValue)}`;
}

function setTable({ projected, concentrated }: CoefficientSets) {
  const { assumedStrong } = concentrated;
  return {
    columns: ['others', 'test', 'under null', 'not rejected'].map((heading) => ({
      heading,
      align: 'left' as const,
    })),
    rows: [
      ['projected', 'S', `chi2(${projected.dfS})`, setWords(projected.s)],
      ...searchedRows(projected, assumedStrong.length + 1),
      ['concentrated', 'S', `chi2(${concentrated.dfS})`, setWords(concentrated.s)],
      ['concentrated', 'K', 'chi2(1)', setWords(concentrated.k)],
      ['concentrated', 'CLR', 'conditional', setWords(concentrated.clr)],
    ],
  };
}

/** K and CLR of all coefficients, projected. */
function searchedRows({ k, clr }: ProjectedSets, nparams: number): string[][] {
  return [
    ...(k ? [['projected', 'K', `chi2(${nparams})`, setWords(k)]] : []),
    ...(clr ? [['projected', 'CLR', 'conditional', setWords(clr)]] : []),
  ];
}

/** What the kinds of sets ask of the other coefficients, and how those of a search were found. */
function validity({ projected, concentrated: { assumedStrong } }: CoefficientSets): string {
  const { k, clr, note } = projected;
  const valid =
    assumedStrong.length === 0
      ? 'There are no other coefficients: all hold whatever.'
      : `${k ? 'Projected sets are' : 'The projected set is'} valid whatever the strength of identification; the concentrated ones if ${assumedStrong.join(', ')} are strongly identified.`;
  const starts = [k, clr].flatMap((set) => (set === undefined ? [] : [set.starts]));
  if (note === undefined) return valid;
  return `${valid} Projected K and CLR come from ${starts.join(' and ')} starts at each place left out: ${note}.`;
}
