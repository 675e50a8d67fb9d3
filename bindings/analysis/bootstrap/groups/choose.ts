/** Which of the methods to report, and why. */
import type {
  ChosenMethod,
  GroupCheck,
  GroupDifference,
  GroupMethod,
} from '../../../results/groups.js';
import { distance, isRightSize } from './sizes/sizes.js';
import type { SampleShape, Shapes } from './sizes/shape.js';
import { type Phrase, type Said, say, textOf } from '../../../words/phrase.js';

/** With fewer units in a group clustered errors and resamples are unreliable (Cameron and Miller, 2015, section VI). */
const MANY_UNITS = 40;

/** From the simplest methods to those that draw samples. */
const order: readonly GroupMethod[] = ['wald', 'cr2', 'suest', 'permutation', 'wild', 'bootstrap'];

interface Choice {
  readonly methods: readonly GroupMethod[];
  readonly shapes: Shapes;
  readonly fewest: { readonly count: number; readonly what: Said };
}

/**
 * The first method whose simulated size is from 4 to 6 % in samples like this one (`sizes/simulated.ts`); if there is
 * none, the one whose size is closest to that. CR2 is considered even if it was not requested.
 */
export function chooseMethod(
  differences: readonly GroupDifference[],
  checks: readonly GroupCheck[],
  { methods, shapes, fewest }: Choice,
): ChosenMethod {
  const rows = [...differences, ...checks.filter(({ errors }) => errors === undefined)];
  const known = order.filter((method) => rows.some((row) => row.method === method));
  const usable = known.filter((method) =>
    rows.every((row) => row.method !== method || row.pValue !== null || row.estimate === null),
  );
  if (usable.length === 0) {
    return { method: methods[0]!, why: 'no method can be used', reliable: null, size: null };
  }
  if ('outside' in shapes) return unlikeSimulated(usable, shapes.outside, fewest);
  const sized = usable.flatMap((method) => {
    const size = rows.find((row) => row.method === method)!.size;
    return typeof size === 'number' ? [{ method, size }] : [];
  });
  if (sized.length === 0) {
    return unlikeSimulated(usable, numberOf(fewest), fewest);
  }
  const like = shapeWords(shapes, fewest.what);
  const right = sized.find(({ method, size }) => isExact(method) && isRightSize(size));
  if (right !== undefined) {
    const why = say(
      'in simulated samples like this one ({}) it rejects equal coefficients in {} of the samples at 5%',
      like,
      share(right.size),
    );
    return { ...right, ...chosenFor(why), reliable: true };
  }
  const least = sized.reduce((one, other) =>
    distance(other.size) < distance(one.size) ? other : one,
  );
  const why = say(
    'no method is reliable here: in simulated samples like this one ({}) it, the least wrong, rejects equal coefficients in {} of the samples at 5%',
    like,
    share(least.size),
  );
  return { ...least, ...chosenFor(why), reliable: false };
}

/** Methods whose sizes were simulated with 5,000 samples; for methods that draw, 1,000 were used. */
function isExact(method: GroupMethod): boolean {
  return method === 'wald' || method === 'cr2' || method === 'suest';
}

/** The choice without simulations: clustered errors if there are many units, otherwise CR2 or permuted labels. */
function unlikeSimulated(
  usable: readonly GroupMethod[],
  outside: Phrase,
  { count, what }: Choice['fewest'],
): ChosenMethod {
  const many: readonly GroupMethod[] = ['wald', 'suest', 'bootstrap', 'permutation'];
  const few: readonly GroupMethod[] = ['cr2', 'permutation', 'wild'];
  const preferred = count >= MANY_UNITS ? many : [...few, ...many];
  const method = [...preferred, ...usable].find((groupMethod) => usable.includes(groupMethod))!;
  const why = say(
    'the smallest group has {} {}; no sample like this one is simulated, as {}',
    count,
    what,
    outside,
  );
  return { method, ...chosenFor(why), reliable: null, size: null };
}

const splitWords = {
  fixed: 'split by unit',
  varying: 'split that varies within units',
  rows: 'independent rows',
} as const;

function shapeWords(shapes: readonly SampleShape[], what: Said): Phrase {
  const [{ split, units, groups }] = shapes as readonly [SampleShape];
  return say(
    split === 'varying' ? '{} groups, {} {} in all, {}' : '{} groups, {} {} in the smallest, {}',
    groups,
    units,
    what,
    say(splitWords[split]),
  );
}

/** A reason in English and as data. */
export const chosenFor = (told: Said) => ({ why: textOf(told), told });

const numberOf = ({ count, what }: Choice['fewest']): Phrase => say('there are {} {}', count, what);

/** `4.8%`. */
function share(size: number): string {
  return `${Number((100 * size).toFixed(1))}%`;
}
