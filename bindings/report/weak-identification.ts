import pc from 'picocolors';
import type { Test } from '../results/fit.js';
import type { CoefficientSets, ProjectedSets, WeakIdentification } from '../weak/result.js';
import { percent, pValue, plural, short, statistic } from '../tables/format.js';
import { setWords } from './instruments.js';
import { tableLines, width, wrap } from '../tables/table.js';
import { distribution } from './specification-tests.js';
import type { TextOptions } from './fit.js';

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
  return {
    columns: ['others', 'test', 'under null', 'not rejected'].map((heading) => ({
      heading,
      align: 'left' as const,
    })),
    rows: [
      ['projected', 'S', `chi2(${projected.dfS})`, setWords(projected.s)],
      ...searchedRows(projected),
      ['concentrated', 'S', `chi2(${concentrated.dfS})`, setWords(concentrated.s)],
      ['concentrated', 'K', 'chi2(1)', setWords(concentrated.k)],
      ['concentrated', 'K-J', combined(1, concentrated.dfS), setWords(concentrated.kj)],
      ['concentrated', 'CLR', 'conditional', setWords(concentrated.clr)],
    ],
  };
}

function searchedRows({ dfS, searched }: ProjectedSets): string[][] {
  if (searched === undefined) return [];
  return [
    ['projected', 'K', `chi2(${searched.dfK})`, setWords(searched.k)],
    ['projected', 'K-J', combined(searched.dfK, dfS), setWords(searched.kj)],
    ['projected', 'CLR', 'conditional', setWords(searched.clr)],
  ];
}

/** The distributions of K and of J. */
function combined(dfK: number, dfS: number): string {
  return dfS > dfK ? `chi2(${dfK}), chi2(${dfS - dfK})` : `chi2(${dfK})`;
}

/** What the kinds of sets ask of the other coefficients, and how those of a search were found. */
function validity({ projected: { searched }, concentrated: { assumedStrong } }: CoefficientSets) {
  if (assumedStrong.length === 0) return 'There are no other coefficients: all hold whatever.';
  const which = searched === undefined ? 'The projected set is' : 'Projected sets are';
  const valid = `${which} valid whatever the strength of identification; the concentrated ones if ${assumedStrong.join(', ')} are strongly identified.`;
  if (searched === undefined) return valid;
  const { k, kj, clr, note } = searched;
  return `${valid} Projected K, K-J and CLR were searched from up to ${k.starts}, ${kj.starts} and ${clr.starts} starts at each place: ${note}.`;
}
