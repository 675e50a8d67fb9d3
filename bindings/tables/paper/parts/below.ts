/** The lines below an estimate. */
import type { FitResult } from '../../../results/fit.js';
import { pValue as pText } from '../../format.js';
import { type Digits, shown } from '../shown.js';

type Pair = readonly [number, number];

/** The numbers of one term; undefined where the model has none. */
type Read = (fit: FitResult, term: string) => number | Pair | undefined;

/** What can stand below an estimate, in which brackets, and from which numbers. */
const kinds = {
  stdError: { brackets: '()', read: ({ stdErrors }, term) => stdErrors[term] },
  t: { brackets: '()', read: ({ statistics }, term) => statistics[term] },
  z: { brackets: '()', read: ({ statistics }, term) => statistics[term] },
  p: { brackets: '[]', read: ({ pValues }, term) => pValues[term] },
  interval: { brackets: '[]', read: ({ confInt }, term) => confInt[term] },
  bootstrapError: { brackets: '()', read: ({ bootstrap }, term) => bootstrap?.stdErrors[term] },
  bootstrapInterval: {
    brackets: '[]',
    read: ({ bootstrap }, term) => Object.values(bootstrap?.confInt ?? {})[0]?.[term],
  },
  wildP: { brackets: '[]', read: ({ bootstrap }, term) => bootstrap?.pValues[term] },
  monteCarloError: {
    brackets: '()',
    read: ({ bootstrap }, term) => bootstrap?.monteCarloError[term],
  },
} as const satisfies Record<string, { brackets: '()' | '[]'; read: Read }>;

export type BelowKind = keyof typeof kinds;
export const belowKinds = Object.keys(kinds) as readonly BelowKind[];

const pKinds: readonly BelowKind[] = ['p', 'wildP'];

export function bracketsOf(kind: BelowKind): '()' | '[]' {
  return kinds[kind].brackets;
}

/** The text below an estimate and the number behind it; undefined where the model has no such number. */
export function belowEstimate(
  kind: BelowKind,
  fit: FitResult,
  term: string,
  digits: Digits,
): { readonly text: string; readonly value?: number } | undefined {
  const { brackets, read } = kinds[kind];
  const number = read(fit, term) as number | Pair | undefined;
  if (number === undefined) return undefined;
  const inside = (text: string) => `${brackets[0]}${text}${brackets[1]}`;
  if (typeof number !== 'number') {
    return { text: inside(number.map((end) => shown(end, digits)).join(', ')) };
  }
  const text = pKinds.includes(kind) ? pText(number) : shown(number, digits);
  return { text: inside(text), value: number };
}
