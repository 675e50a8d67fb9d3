/** What the numbers in parentheses or brackets are: as the notes say, otherwise what most of them can only be. */
import type { AuditField } from '../../results/audit/audit.js';
import { readLegend } from '../legend.js';
import { readPrinted } from '../printed.js';

export type Enclosing = 'parentheses' | 'brackets';

/** A number in parentheses or brackets, with its coefficient and stars. */
export interface Enclosed {
  readonly coef: string;
  readonly stars: string;
  readonly number: string;
}

/** By the notes; undefined where they do not say. */
export function fieldInNotes(kind: Enclosing, notes: string): AuditField | undefined {
  const place =
    kind === 'parentheses' ? 'parenthes[ei]s|括号|圆括号' : '(square )?brackets|方括号|中括号';
  const said = [
    [
      't',
      `\\bt[ -]?(stat(istic)?s?|values?|ratios?)?\\b[^.;]*(in|为|are) ?(the )?(${place})|(${place})[^.;]*t[\\s-]*(值|stat|统计量)`,
    ],
    [
      'z',
      `\\bz[ -]?(stat(istic)?s?|values?)\\b[^.;]*in (the )?(${place})|(${place})[^.;]*z[\\s-]*(值|stat)`,
    ],
    ['p', `\\bp[ -]?values?\\b[^.;]*in (the )?(${place})|(${place})[^.;]*p[\\s-]*(值|value)`],
    [
      'se',
      `(standard errors?|std\\.? ?err(ors?|\\.)?|s\\.?e\\.?s?|标准误)[^.;]*(${place})|(${place})[^.;]*(标准误|standard error)`,
    ],
  ] as const;
  return said.find(([, pattern]) => new RegExp(pattern, 'i').test(notes))?.[0];
}

/** Usual levels of one, two and three stars, the most lenient ones. */
const usual: Readonly<Record<string, number>> = { '*': 0.1, '**': 0.05, '***': 0.01 };

/** |t| that a level needs at least, and that a coefficient without stars has at most, by the normal law. */
const leastT: Readonly<Record<string, number>> = { '*': 1.6, '**': 1.9, '***': 2.5 };
const mostT = 2.1;

/**
 * By the evidence of stars and signs: what at least three in four pairs allow, and no other meaning allows as many.
 * Undefined where that does not tell.
 */
export function fieldByEvidence(
  pairs: readonly Enclosed[],
  notes: string,
): Exclude<AuditField, 'stars'> | undefined {
  const legend = readLegend(notes);
  const numbers = pairs.flatMap(({ coef, stars, number }) => {
    const [b, x] = [readPrinted(coef), readPrinted(number)];
    return b === undefined || x === undefined ? [] : [{ b, x, stars }];
  });
  if (numbers.length === 0 || !numbers.some(({ stars }) => stars !== '')) return undefined;
  const inStars = (size: number, stars: string) =>
    stars === '' ? size <= mostT : size >= (leastT[stars] ?? leastT['*']!);
  const fits = {
    se: ({ b, x, stars }: (typeof numbers)[number]) => {
      if (x.value < 0) return false;
      const [least, most] = [x.value + x.unit / 2, x.value - x.unit / 2];
      const size = Math.abs(b.value);
      return stars === ''
        ? inStars((size - b.unit / 2) / least, '')
        : most <= 0 || inStars((size + b.unit / 2) / most, stars);
    },
    t: ({ b, x, stars }: (typeof numbers)[number]) =>
      x.value < 0 === b.value < 0 && inStars(Math.abs(x.value) + x.unit / 2, stars),
    p: ({ x, stars }: (typeof numbers)[number]) => {
      if (x.value < 0 || x.value > 1) return false;
      const level = legend.get(stars) ?? usual[stars];
      return level === undefined ? x.value >= 0.01 : x.value - x.unit <= level;
    },
  };
  const share = (of: keyof typeof fits) => numbers.filter(fits[of]).length / numbers.length;
  const shares = (['se', 't', 'p'] as const).map((field) => ({ field, share: share(field) }));
  const best = Math.max(...shares.map((one) => one.share));
  if (best === 0) return 'se';
  const leaders = shares.filter((one) => one.share === best);
  return best >= 0.75 && leaders.length === 1 ? leaders[0]!.field : undefined;
}
