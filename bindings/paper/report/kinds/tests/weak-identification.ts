/** The rank test, and sets for each coefficient. */
import type {
  CoefficientSets,
  ProjectedSets,
  WeakIdentification,
} from '../../../../analysis/weak/result.js';
import { facts, lefts, notes, table, text, warnings, words } from '../../../tables/blocks.js';
import type { Block, Document, TableRow } from '../../../tables/draft.js';

import { digits, percent } from '../../../../words/text/format.js';
import { testLine, testTable } from '../../fit/specification-tests.js';
import { setWords } from '../../words/confidence-set.js';
import {
  because,
  list,
  type Phrase,
  plural,
  say,
  type Saying,
  series,
  titled,
} from '../../../../words/phrase.js';

export function weakIdentificationDocument(result: WeakIdentification): Document {
  const { title, depvar, nmoments, nparams, nclusters, level, places, rankTest } = result;
  const size = [
    plural(nmoments, 'moment condition'),
    plural(nparams, 'coefficient'),
    plural(nclusters, 'unit or cluster', 'units or clusters'),
  ];
  return {
    kind: 'weak-identification',
    title: say('Weak identification in the model of {} ({})', depvar, titled(title)),
    blocks: [
      ...facts([['size', list(size, ', ')]]),
      ...testTable(
        'Rank test',
        testLine('Kleibergen-Paap rank', 'the coefficients are not identified', rankTest),
      ),
      ...result.sets.flatMap((sets) => setBlocks(sets, level)),
      ...text(
        say(
          'The tests were evaluated at {} grid points per coefficient, from minus to plus infinity, and a root search refined the ends of the sets. The sets use only the moment conditions and their clusters, not the steps or the covariance of the model.',
          places,
        ),
      ),
      ...warnings(result.warnings),
    ],
  };
}

function setBlocks(sets: CoefficientSets, level: number): Block[] {
  const { coefficient, estimate, projected, concentrated } = sets;
  const { dfS, s, k, kj, clr } = concentrated;
  const rows = [
    setRow('projected', 'S', `chi2(${projected.dfS})`, setWords(projected.s)),
    ...searchedRows(projected),
    setRow('concentrated', 'S', `chi2(${dfS})`, setWords(s)),
    setRow('concentrated', 'K', 'chi2(1)', setWords(k)),
    setRow('concentrated', 'K-J', combined(1, dfS), setWords(kj)),
    setRow('concentrated', 'CLR', say('conditional'), setWords(clr)),
  ];
  const columns = lefts('other coefficients', 'test', 'under null', 'not rejected');
  return [
    ...text(
      say(
        '{} confidence sets of {}, whose estimate is {}:',
        percent(level),
        coefficient,
        digits(estimate),
      ),
    ),
    ...table(say('Sets of {}', coefficient), columns, rows),
    ...notes(validity(sets)),
  ];
}

function setRow(
  others: 'projected' | 'concentrated',
  test: string,
  ...cells: readonly Phrase[]
): TableRow {
  return { cells: [words(others), ...[test, ...cells].map((text) => ({ text }))] };
}

function searchedRows({ dfS, searched }: ProjectedSets): TableRow[] {
  if (searched === undefined) return [];
  return [
    setRow('projected', 'K', `chi2(${searched.dfK})`, setWords(searched.k)),
    setRow('projected', 'K-J', combined(searched.dfK, dfS), setWords(searched.kj)),
    setRow('projected', 'CLR', say('conditional'), setWords(searched.clr)),
  ];
}

/** The distributions of K and of J. */
function combined(dfK: number, dfS: number): string {
  return dfS > dfK ? `chi2(${dfK}), chi2(${dfS - dfK})` : `chi2(${dfK})`;
}

/** `12 starting values`, or one number per test if they differ. */
function startWords(starts: readonly number[]): Phrase {
  const numbers = starts.every((one) => one === starts[0]) ? starts.slice(0, 1) : starts;
  return say('{} starting values', series(numbers.map(String)));
}

/** What the kinds of sets require of the other coefficients, and how sets found by search were computed. */
function validity({ projected: { searched }, concentrated }: CoefficientSets): Saying[] {
  const { assumedStrong } = concentrated;
  if (assumedStrong.length === 0) {
    return [
      'There are no other coefficients: the sets are valid however weak the instruments are.',
    ];
  }
  const which = say(searched === undefined ? 'The projected set is' : 'Projected sets are');
  const valid = say(
    '{} valid however weak the instruments are; the concentrated ones are valid if {} are strongly identified.',
    which,
    list(assumedStrong, ', @names'),
  );
  if (searched === undefined) return [valid];
  const { k, kj, clr } = searched;
  return [
    valid,
    say(
      'The search for projected K, K-J and CLR used up to {} at each grid point: {}.',
      startWords([k.starts, kj.starts, clr.starts]),
      because({ reason: searched.note, told: searched.told }),
    ),
  ];
}
