/** Faults of tables of index weights, components and tolerances, as `planted.ts` has them. */

export interface Planted {
  readonly rule: string;
  readonly wrong: string;
  readonly right: string;
  /** Lines of both. */
  readonly rest?: string;
  readonly notes?: string;
}

export const plantedIndices: readonly Planted[] = [
  {
    rule: 'tolerance',
    rest: '1 x vif 2.00',
    wrong: '1 x tolerance 0.40',
    right: '1 x tolerance 0.50',
  },
  {
    rule: 'redundancy',
    rest: '1 x entropy 0.95',
    wrong: '1 x redundancy 0.15',
    right: '1 x redundancy 0.05',
  },
  {
    rule: 'entropy-weights',
    rest: '1 x entropy 0.95;1 x weight 0.40;1 z entropy 0.92',
    wrong: '1 z weight 0.70',
    right: '1 z weight 0.60',
  },
  {
    rule: 'cumulative-share',
    rest: '1 x share 60.0;1 x cumulative 60.0;1 z share 25.0',
    wrong: '1 z cumulative 80.0',
    right: '1 z cumulative 85.0',
  },
  {
    rule: 'eigenvalue-share',
    rest: '1 x share 60.0;1 x eigenvalue 1.80;1 z eigenvalue 0.75',
    wrong: '1 z share 35.0',
    right: '1 z share 25.0',
  },
];
