/** Details of warnings about bootstraps, groups, tests and what follows an estimate. */
import type {
  HausmanWarnings,
  PostestimationWarnings,
  SimulationWarnings,
  WeakWarnings,
} from '../../../../bindings/words/details/analyses.js';
import type {
  BootstrapWarnings,
  GroupWarnings,
  WorkerWarnings,
} from '../../../../bindings/words/details/bootstrap.js';
import type { Samples } from './samples-type.js';
import {
  noAddress,
  noAnswer,
  severalReasons,
} from '../../../../bindings/words/errors/core/workers.js';

const vectors = { of: 'vectors', units: 4, size: 0.05, vectors: 16 } as const;

export const bootstrap: Samples<BootstrapWarnings & WorkerWarnings> = {
  'failed-replicates': [
    { failed: 12, replicates: 999 },
    { failed: 3, replicates: 99, first: 'singular matrix' },
  ],
  'singular-replicates': [{ singular: 7, replicates: 999 }],
  'partial-bootstrap': [{ completed: 400, replicates: 999 }],
  'no-spread': [{ names: ['x1', 'x2'] }],
  'precision-not-reached': [{ replicates: 999, reached: 0.031, wanted: 0.02 }],
  'failed-jackknife': [{ failed: 2, units: 140 }],
  'no-replicate-errors': [{ without: 5, replicates: 999 }],
  'no-bca-interval': [{ names: ['x1'] }],
  'untested-constant': [{ name: '_cons' }],
  'clusters-without-scores': [{ column: 'state', clusters: ['Ohio', 'Utah'], of: 12 }],
  'confidence-set': [
    {
      name: 'x1',
      pieces: [
        [null, -1.5],
        [0.25, null],
      ],
    },
  ],
  'index-as-given': [{ indices: ['score'] }, { indices: ['score', 'level'] }],
  'few-resamples': [
    { rows: 1, resamples: 1 },
    { rows: 4, resamples: 35 },
  ],
  'no-test': [
    { of: 'replicates', methods: ['permutation'], replicates: 9, size: 0.05, least: 19 },
    { of: 'permutations', permutations: 6, size: 0.05, enumerated: true },
    { of: 'permutations', permutations: 9, size: 0.05, enumerated: false },
    { ...vectors, cluster: 'province', weights: 'signs', smallest: 0.125, webb: true },
    { ...vectors, weights: 'others', smallest: 0.125, webb: false },
    { of: 'table', test: 'Hansen J', reason: '恰好识别' },
  ],
  'checkpoint-not-written': [{ reason: 'ENOSPC' }],
  'no-workers': [
    { reason: 'ENOENT' },
    { reason: 'ENOENT', workerUrl: 'https://example.org/worker.js' },
    {
      reason: 'no answer in 10 s; import.meta.url is missing, so the file is not found',
      cause: severalReasons({ reasons: [noAnswer({ seconds: 10 }), noAddress()] }),
      workerUrl: 'https://example.org/worker.js',
    },
  ],
};

export const groups: Samples<GroupWarnings> = {
  bdiff: [{}, { unit: 'id' }],
  'fixed-clusters': [
    { fixed: 2, of: 30 },
    { fixed: 2, of: 30, unit: 'province' },
  ],
  'group-not-estimated': [{ group: 'East', reason: 'no rows' }],
  'switching-units': [{ units: 12, unit: 'province' }],
  'rows-in-no-group': [{ rows: 3 }, { rows: 1, without: 'region' }],
};

export const hausman: Samples<HausmanWarnings> = {
  'singular-difference': [
    { rank: 2, coefficients: 3, of: 'difference' },
    { rank: 2, coefficients: 3, of: 'differences' },
  ],
  'indefinite-difference': [{ negative: 1 }, { negative: 2 }],
  'few-added-moments': [{ added: 1, rank: 3 }],
  'not-compared': [{ names: ['female', 'year=1979'] }],
};

export const postestimation: Samples<PostestimationWarnings> = {
  'level-residuals': [{}],
  'effects-not-split': [{ effects: 3 }],
  'rows-in-differences': [{ of: 'columns' }, { of: 'fitted' }],
  'rows-of-means': [{}],
  'no-leverage': [
    { reason: 'instruments' },
    { reason: 'random' },
    { reason: 'between' },
    { reason: 'several-effects' },
    { reason: 'perfect-fit' },
  ],
  'no-standard-errors': [{}],
  'without-effects': [{}],
  'no-moderator': [{ of: 'x', variable: 'z' }],
  'omitted-in-effect': [{ of: 'x', omitted: ['x:z'] }],
  'held-fixed': [{ of: 'x', others: ['L.x'] }],
};

export const simulations: Samples<SimulationWarnings> = {
  'rejected-process': [{ p: 0.0123 }],
  'no-effect-variance': [{}],
};

export const weak: Samples<WeakWarnings> = {
  'unsettled-projection': [{ score: 'AR', coefficient: 'w', starts: 8, added: 3 }],
  'dependent-moments': [{ moments: 34, rank: 30 }],
  'powerless-s': [{ clusters: 30, critical: 43.77, df: 30, sets: ['projected', 'concentrated'] }],
  'no-conditional-rank': [{ clusters: 30, moments: 34 }],
};
