/** Words about how far an estimate holds, in English. */
export const checks = {
  ofCoefficient: 'Coefficient',
  seed: 'Seed',
  reps: 'Replicates',
  panels: 'Panels',
  groups: {
    title: 'Compare groups',
    about: 'Is a coefficient the same in every group? The difference is tested, not two p-values.',
    run: 'Compare',
    by: 'Groups by',
    figure: 'Differences between groups with their intervals, by method',
  },
  influence: {
    title: 'Influence of units',
    about: 'The estimate without each unit in turn.',
    run: 'Leave each out',
  },
  weak: {
    title: 'Weak identification',
    about: 'Sets of values that tests do not reject, however weak the instruments are.',
    run: 'Find the sets',
    figure: (coefficient: string) => `Confidence sets of ${coefficient}`,
    estimate: 'Estimate',
    projectedS: 'S, projected',
    s: 'S',
    k: 'K',
    kj: 'K-J',
    clr: 'CLR',
    inResult: 'Sets of the estimate itself, by test inversion.',
  },
  power: {
    title: 'Power of the tests',
    about: 'How often the tests reject valid and invalid instruments in panels like this one.',
    run: 'Simulate',
    figure: 'Rejection rates by test and by what is violated',
    tests: { hansen: 'Hansen', sargan: 'Sargan', ar2: 'AR(2)', levelHansen: 'Level instruments' },
  },
  instruments: {
    title: 'Instruments',
    about:
      'The estimate with shorter and longer windows, collapsed or not, and without each group.',
    run: 'Vary the instruments',
  },
};
