/** `felm()` of lfe as feols() of fixest, which has the same parts in another order. */
import { closing, partsOf } from '../../static/multiple.js';
import { note, noEffectOn } from '../../../words/errors/interchange/notes.js';
import { commandFault } from '../../../words/errors/interchange/syntax.js';
import { suggestionOf } from '../../../data/index.js';
import { failure } from '../../reader.js';
import type { Told } from '../../../words/told.js';

interface Rewritten {
  readonly text: string;
  /** How its errors differ, and which arguments have no effect. */
  readonly notes: readonly Told[];
}

const known = ['formula', 'data', 'subset', 'weights', 'na.action', 'keepX', 'keepCX', 'nostats'];

const harmless = /^(?:keepX|keepCX|keepModel|nostats|psdef)$/;

/** True for an argument that changes no estimate. */
function isHarmless(name: string, value: string): boolean {
  if (name === 'na.action') return /^["']?na\.(?:omit|exclude)/.test(value);
  return harmless.test(name) || (name === 'exactDOF' && /^F(?:ALSE)?$/.test(value));
}

/** `felm(y ~ x | f + g | (w ~ z) | c, d)` as `feols(y ~ x | f + g | w ~ z, d, cluster = ~ c)`; other texts as they are. */
export function felmAsFeols(text: string): Rewritten {
  const head =
    /^((?:[A-Za-z.][\w.]*(?:\[\[[^\]]*\]\])?\s*(?:<-|=(?!=))\s*)?(?:summary\()?)(?:lfe::)?felm\s*\(/.exec(
      text,
    );
  if (head === null) return { text, notes: [] };
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
    ...others.filter((other) => !isHarmless(...nameAndValue(other))),
    clusters === undefined ? 'vcov = "iid"' : `cluster = ~ ${clusters}`,
  ];
  const without = others.flatMap((other) => {
    const [name, value] = nameAndValue(other);
    if (isHarmless(name, value)) return [name];
    if (/^(?:|data|weights|subset)$/.test(name)) return [];
    const problem = commandFault.argument({
      command: 'felm()',
      word: name,
      meant: suggestionOf(name, known),
    });
    throw failure({ text, position: 0 }, problem, text.indexOf(other));
  });
  const isNested = clusters !== undefined && effects !== undefined;
  return {
    text: `${head[1]!}feols(${args.join(', ')})${text.slice(end + 1)}`,
    notes: [
      ...(isNested ? [note('felm')] : []),
      ...without.map((option) => noEffectOn({ option, call: 'felm()' })),
    ],
  };
}

function nameAndValue(argument: string): readonly [string, string] {
  const [, name = '', value = ''] = /^([\w.]+)\s*=(?!=)\s*([^]*)$/.exec(argument.trim()) ?? [];
  return [name, value];
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
