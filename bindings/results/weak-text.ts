import pc from 'picocolors';
import type { Test } from '../models/fit-result.js';
import type { CoefficientSets, RobustPanelSets, WeakIdentification } from '../multiverse/index.js';
import { percent, pValue, plural, short, statistic } from './format.js';
import { setWords } from './instruments-text.js';
import { tableLines, width, wrap } from './table.js';
import { distribution } from './tests.js';
import type { TextOptions } from './to-text.js';

/** The rank test and a block of sets for each coefficient. */
export function weakText(result: WeakIdentification, { color = false }: TextOptions = {}): string {
  const { bold, yellow } = pc.createColors(color);
  const { title, depvar, nmoments, nparams, nclusters, strong, places, warnings } = result;
  const lines = (text: string) => wrap(text, width);
  return [
    bold(`Weak identification: ${title} of ${depvar}`),
    '',
    ...lines(
      `${plural(nmoments, 'moment condition')}, ${plural(nparams, 'coefficient')}, ${plural(nclusters, 'unit or cluster', 'units or clusters')}`,
    ),
    ...lines(rankWords(result.rankTest)),
    ...(strong.length === 0
      ? []
      : lines(`Concentrated out as strongly identified: ${strong.join(', ')}`)),
    ...result.sets.flatMap((sets) => {
      const [heading, ...rows] = tableLines(setTable(sets));
      return ['', ...lines(headingOf(sets, result.level)), bold(heading!), ...rows];
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

function headingOf({ coefficient, estimate, others }: CoefficientSets, level: number): string {
  const joint = others.length === 0 ? '' : `; with ${others.join(', ')}`;
  return `${percent(level)} sets of ${coefficient}, estimated as ${short(estimate, 6)}${joint}`;
}

function setTable({ projected, concentrated }: CoefficientSets) {
  const rows = (name: string, { s, k, clr, dfS, dfK }: RobustPanelSets) => [
    [name, 'S', `chi2(${dfS})`, setWords(s)],
    [name, 'K', `chi2(${dfK})`, setWords(k)],
    [name, 'CLR', 'conditional', setWords(clr)],
  ];
  const single = concentrated === undefined;
  return {
    columns: ['others', 'test', 'under null', 'not rejected'].map((heading) => ({
      heading,
      align: 'left' as const,
    })),
    rows: [
      ...rows(single ? 'none' : 'projected', projected),
      ...(single ? [] : rows('concentrated', concentrated)),
    ],
  };
}
