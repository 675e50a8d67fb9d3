/** Tests in the sentences of a text: `t(28) = 2.20, p = .036`, `F(2, 57) = 4.01`, `chi2(3) = 7.9`, `z = 1.96`, `r(40) = .31`. */
import type { AuditColumn, AuditTable } from '../table.js';

const number = String.raw`[-\u2212]?\s?(?:\d+\.?\d*|\.\d+)`;
const df = String.raw`\d+(?:\.\d+)?`;
/** At most two other results before p, such as `d = 0.4` or an interval. */
const effect = String.raw`(?!p\b)[^\s,;=<>()[\]]{1,12}(?:\s*\([^()]{0,20}\))?\s*[=<>]\s*(?:${number}|[[(][^\])]{0,30}[\])])`;
const interval = String.raw`\d+\s?%\s?(?:CI|confidence interval)\s*[=:]?\s*[[(][^\])]{0,30}[\])]`;
const others = String.raw`(?:\s*[,;]\s*(?:${interval}|${effect})){0,2}`;
const p = String.raw`\s*[,;]\s*p\s*(?<sign>[=<>\u2264])\s*(?<p>\d?\.\d+)`;

const forms: readonly (readonly [name: string, form: RegExp])[] = [
  ['t', form(String.raw`(?<![\w])t\s?\(\s*(?<df1>${df})\s*\)\s*=\s*`)],
  ['f', form(String.raw`(?<![\w])F\s?\(\s*(?<df1>${df})\s*,\s*(?<df2>${df})\s*\)\s*=\s*`)],
  [
    'chi2',
    form(
      String.raw`(?:\u03C72|\u03C7\u00B2|\u03A72|\u03A7\u00B2|(?<![\w])(?:chi2|chi-?squared?|X2|X\u00B2))\s?\(\s*(?<df1>\d+)(?:\s*,\s*N\s*=\s*\d+)?\s*\)\s*=\s*`,
    ),
  ],
  ['z', form(String.raw`(?<![\w])[zZ]\s*=\s*`)],
  ['r', form(String.raw`(?<![\w])r\s?\(\s*(?<df1>\d+)\s*\)\s*=\s*`)],
];

function form(head: string): RegExp {
  return new RegExp(`${head}(?<value>${number})${others}${p}`, 'g');
}

/** Characters of a text that are read, and of the sentence around a test. */
const longest = 2_000_000;
const around = 200;
const ofSentence = /[.!?;]\s/;

/** The tests of a text as a table with a column for each; undefined without any. */
export function testsIn(text: string, table: string): AuditTable | undefined {
  const plain = text
    .slice(0, longest)
    .replace(/<[^<>]{0,200}>|\\(?:textit|emph|mathit|textup)\b|[${}*_^\\]/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ');
  const matches = forms.flatMap(([name, pattern]) =>
    [...plain.matchAll(pattern)].map((match) => ({ name, match })),
  );
  // A result that is repeated word for word is one.
  const columns = [...new Map(matches.map((one) => [one.match[0], one])).values()]
    .sort((a, b) => a.match.index - b.match.index)
    .map(({ name, match }, i) => ({ ...columnOf(name, match, plain), number: i + 1 }));
  return columns.length === 0 ? undefined : { table, columns, notes: '' };
}

function columnOf(name: string, match: RegExpExecArray, text: string): Omit<AuditColumn, 'number'> {
  const { df1, df2, value = '', sign = '', p: printed = '' } = match.groups!;
  const bound = sign === '=' ? '' : sign === '\u2264' ? '<' : sign;
  const end = match.index + match[0].length;
  const before = text
    .slice(Math.max(0, match.index - around), match.index)
    .split(ofSentence)
    .at(-1)!;
  const after = text.slice(end, end + around).split(ofSentence)[0]!;
  const stats = {
    [name]: value.replace(/\s/g, ''),
    [`${name}_p`]: `${bound}${printed}`,
    ...(name === 'f' && { df1: df1!, df2: df2! }),
    ...(name === 'chi2' && { df: df1! }),
    ...((name === 't' || name === 'r') && { [`${name}_df`]: df1! }),
  };
  const isOneSided = /one-?\s?(?:sided|tailed)|\u5355\u4fa7|\u5355\u5c3e/i.test(
    `${before} ${after}`,
  );
  return {
    column: match[0],
    rows: [],
    stats,
    variables: {},
    ...(isOneSided && { words: { sides: 'one-sided' } }),
  };
}
