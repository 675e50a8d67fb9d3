/** ssc() of fixest: which small-sample factors multiply a covariance. */
import { type Signature, withArguments } from '../../arguments.js';
import { failure, type Reader } from '../../reader.js';
import { type Correction, fullCorrection } from '../../static/corrections.js';
import { acceptCall, flagOf, textOf } from '../call.js';

/** Arguments of ssc() with their names before and since fixest 0.13. */
const names = {
  adjusted: ['adj', 'K.adj'],
  counted: ['fixef.K', 'K.fixef'],
  clusters: ['cluster.adj', 'G.adj'],
  minimum: ['cluster.df', 'G.df'],
  degrees: ['t.df'],
  exact: ['fixef.force_exact', 'K.exact'],
} as const;

const sscSignature: Signature = {
  command: 'ssc()',
  positions: [],
  translated: Object.values(names).flat(),
  ignored: {},
};

/** Reads ssc(). @throws InputError `command-syntax` for rules that no model has */
export function correctionOf(value: Reader | undefined): Correction {
  if (value === undefined) return fullCorrection;
  const call = acceptCall({ ...value });
  if (call?.name !== 'ssc') throw failure(value, 'feols(): expected ssc()');
  return withArguments(call, sscSignature, (args) => {
    const argument = (key: keyof typeof names) =>
      names[key].map((name) => args.get(name)).find((one) => one !== undefined);
    const isNested = (textOf(argument('counted')) ?? 'nested').startsWith('nest');
    const isMinimum = (textOf(argument('minimum')) ?? 'min') === 'min';
    const isLeast = (textOf(argument('degrees')) ?? 'min') === 'min';
    if (!isNested || !isMinimum || !isLeast || flagOf(argument('exact')) === true) {
      throw failure(
        value,
        'feols(): expected ssc() with fixef.K = "nested", cluster.df = "min" and t.df = "min"',
      );
    }
    return {
      isAdjusted: flagOf(argument('adjusted')) ?? true,
      isClustered: flagOf(argument('clusters')) ?? true,
      place: value,
      notes: [],
    };
  });
}
