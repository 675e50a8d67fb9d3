/** The rank test, and sets for each coefficient. */
import type {
  CoefficientSets,
  ProjectedSets,
  WeakIdentification,
} from '../../../analysis/weak/result.js';
import { facts, left, notes, table, text, warnings, words } from '../../tables/blocks.js';
import type { Block, Document, TableRow } from '../../tables/document.js';
import { plural, series } from '../../../words/text/counts.js';
import { digits, percent } from '../../../words/text/format.js';
import { testLine, testTable } from '../fit/specification-tests.js';
import { setWords } from '../words/confidence-set.js';

export function weakIdentificationDocument(result: WeakIdentification): Document {
  const { title, depvar, nmoments, nparams, nclusters, level, places, rankTest } = result;
  const size = [
    plural(nmoments, 'moment condition'),
    plural(nparams, 'coefficient'),
    plural(nclusters, 'unit or cluster', 'units or clusters'),
  ];
  return {
    kind: 'weak-identification',
    title: `Weak identification in the model of ${depvar} (${title})`,
    blocks: [
      ...facts([['size', size.join(', ')]]),
      ...testTable(
        'Rank test',
        testLine('Kleibergen-Paap rank', 'the coefficients are not identified', rankTest),
      ),
      ...result.sets.flatMap((sets) => setBlocks(sets, level)),
      ...text(
        `The tests were evaluated at ${places} grid points per coefficient, from minus to plus infinity, and a root search refined the ends of the sets. The sets use only the moment conditions and their clusters, not the steps or the covariance of the model.`,
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
    setRow('concentrated', 'CLR', 'conditional', setWords(clr)),
  ];
  const columns = ['other coefficients', 'test', 'under null', 'not rejected'].map(left);
  return [
    ...text(
      `${percent(level)} confidence sets of ${coefficient}, whose estimate is ${digits(estimate)}:`,
    ),
    ...table(`Sets of ${coefficient}`, columns, rows),
    ...notes(validity(sets)),
  ];
}

function setRow(...cells: readonly string[]): TableRow {
  return { cells: cells.map(words) };
}

function searchedRows({ dfS, searched }: ProjectedSets): TableRow[] {
  if (searched === undefined) return [];
  return [
    setRow('projected', 'K', `chi2(${searched.dfK})`, setWords(searched.k)),
    setRow('projected', 'K-J', combined(searched.dfK, dfS), setWords(searched.kj)),
    setRow('projected', 'CLR', 'conditional', setWords(searched.clr)),
  ];
}

/** The distributions of K and of J. */
function combined(dfK: number, dfS: number): string {
  return dfS > dfK ? `chi2(${dfK}), chi2(${dfS - dfK})` : `chi2(${dfK})`;
}

/** `12 starting values`, or one number per test if they differ. */
function startWords(starts: readonly number[]): string {
  const numbers = starts.every((one) => one === starts[0]) ? starts.slice(0, 1) : starts;
  return `${series(numbers.map(String), 'and')} starting values`;
}

/** What the kinds of sets require of the other coefficients, and how sets found by search were computed. */
function validity({ projected: { searched }, concentrated }: CoefficientSets): string[] {
  const { assumedStrong } = concentrated;
  if (assumedStrong.length === 0) {
    return [
      'There are no other coefficients: the sets are valid however weak the instruments are.',
    ];
  }
  const which = searched === undefined ? 'The projected set is' : 'Projected sets are';
  const valid = `${which} valid however weak the instruments are; the concentrated ones are valid if ${assumedStrong.join(', ')} are strongly identified.`;
  if (searched === undefined) return [valid];
  const { k, kj, clr, note } = searched;
  return [
    valid,
    `The search for projected K, K-J and CLR used up to ${startWords([k.starts, kj.starts, clr.starts])} at each grid point: ${note}.`,
  ];
}
