/** `felm()` of lfe as feols() of fixest, which has the same parts in another order. */
import { closing, partsOf } from '../../static/multiple.js';
import { note } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

interface Rewritten {
  readonly text: string;
  /** How its errors differ. */
  readonly note?: Told;
}

/** `felm(y ~ x | f + g | (w ~ z) | c, d)` as `feols(y ~ x | f + g | w ~ z, d, cluster = ~ c)`; other texts as they are. */
export function felmAsFeols(text: string): Rewritten {
  const head =
    /^((?:[A-Za-z.][\w.]*(?:\[\[[^\]]*\]\])?\s*(?:<-|=(?!=))\s*)?(?:summary\()?)(?:lfe::)?felm\s*\(/.exec(
      text,
    );
  if (head === null) return { text };
  const end = closing(text, head[0].length);
  const [first = '', ...others] = partsOf(text.slice(head[0].length, end), ',');
  const formula = first.replace(/^formula\s*=\s*/, '');
  const [main = '', ...bars] = splitAtBars(formula);
  const [effects, instruments, clusters] = [0, 1, 2].map((i) => {
    const part = bars[i]?.trim();
    return part === undefined || part === '0' ? undefined : part.replace(/^\(([^]*)\)$/, '$1');
  });
  const parts = [
    main,
    ...(effects === undefined ? [] : [effects]),
    ...(instruments === undefined ? [] : [instruments]),
  ];
  const args = [
    parts.join(' | '),
    ...others,
    clusters === undefined ? 'vcov = "iid"' : `cluster = ~ ${clusters}`,
  ];
  const isNested = clusters !== undefined && effects !== undefined;
  return {
    text: `${head[1]!}feols(${args.join(', ')})${text.slice(end + 1)}`,
    ...(isNested && { note: note('felm') }),
  };
}

function splitAtBars(formula: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of formula) {
    if (letter === '(') ++depth;
    if (letter === ')') --depth;
    if (letter === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}
