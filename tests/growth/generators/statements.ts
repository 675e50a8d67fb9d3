/** Scripts of other programs whose statements are as long as they may be: the cost of each grows with its length. */
import { type ExportProgram, importScript } from 'wasmetrics/interchange';
import { type Generator, texts } from '../generator.js';
import { many } from './tables.js';

/** Statements of a script, and characters of each. */
const STATEMENTS = 40;
const LONGEST = 9800;

/** A statement with so many characters of equal parts between a start and an end. */
interface Statement {
  readonly from: ExportProgram;
  readonly start: string;
  readonly part: (i: number) => string;
  readonly end?: string;
}

function long({ start, part, end = '' }: Statement, length: number): string {
  const parts: string[] = [];
  for (let size = start.length + end.length; size < length; size += parts.at(-1)!.length) {
    parts.push(part(parts.length));
  }
  return `${start}${parts.join('')}${end}\n`;
}

const statements: Readonly<Record<string, Statement>> = {
  'stata: variables': { from: 'stata', start: 'regress y ', part: (i) => `x${i} ` },
  'stata: brackets of a filter': { from: 'stata', start: 'regress y x if ', part: () => '(' },
  'stata: conditions': { from: 'stata', start: 'regress y x if a', part: (i) => `&b==${i}` },
  'stata: alternatives': { from: 'stata', start: 'regress y x if a', part: (i) => `|b==${i}` },
  'stata: negations': { from: 'stata', start: 'regress y x if ', part: () => '!', end: 'a' },
  'stata: values of inlist': {
    from: 'stata',
    start: 'regress y x if inlist(a',
    part: (i) => `,${i}`,
    end: ')',
  },
  'stata: brackets': { from: 'stata', start: 'ivregress 2sls y ', part: () => '(' },
  'stata: instruments': {
    from: 'stata',
    start: 'ivregress 2sls y (x = ',
    part: (i) => `z${i} `,
    end: ')',
  },
  'stata: options': { from: 'stata', start: 'regress y x, ', part: (i) => `o${i}(a) ` },
  'stata: one option': { from: 'stata', start: 'xtabond2 y x, ', part: () => 'gmm(x, lag(2 3)) ' },
  'stata: effects': {
    from: 'stata',
    start: 'reghdfe y x, absorb(',
    part: (i) => `a${i}#b `,
    end: ')',
  },
  'stata: quotes': { from: 'stata', start: 'regress y x, ', part: () => '`"' },
  'stata: weights': { from: 'stata', start: 'regress y x ', part: () => '[aw=' },
  'stata: factors': { from: 'stata', start: 'regress y ', part: (i) => `i.x${i} ` },
  'stata: operators': { from: 'stata', start: 'regress y ', part: () => 'L.', end: 'x' },
  'stata: stars': { from: 'stata', start: 'regress y x', part: () => '*' },
  'stata: continuation lines': { from: 'stata', start: 'regress y ', part: () => 'x ///\n' },
  'stata: comments': { from: 'stata', start: 'regress y ', part: () => '/* a */', end: 'x' },
  'stata: comments in comments': { from: 'stata', start: 'regress y ', part: () => '/*' },
  'stata: macros': { from: 'stata', start: 'local a x\nregress y ', part: () => "`a' " },
  'stata: macros that are not there': {
    from: 'stata',
    start: 'regress y ',
    part: (i) => `\`b${i}' `,
  },
  'stata: macros that never close': { from: 'stata', start: 'regress y ', part: () => '`a' },
  'stata: words of a macro': { from: 'stata', start: 'local a ', part: () => 'x ' },
  'stata: an expression': { from: 'stata', start: 'gen a = ', part: () => 'log(x)+', end: 'x' },
  'stata: brackets of an expression': { from: 'stata', start: 'gen a = ', part: () => 'log(' },
  'stata: lists of a loop': {
    from: 'stata',
    start: 'foreach v in ',
    part: () => 'x ',
    end: "{\nregress y `v'\n}",
  },
  'stata: prefixes': { from: 'stata', start: '', part: () => 'qui ', end: 'regress y x' },
  'r: terms': { from: 'r', start: 'lm(y ~ x', part: (i) => ` + x${i}`, end: ', data = d)' },
  'r: brackets of a formula': { from: 'r', start: 'lm(y ~ ', part: () => '(' },
  'r: pairs of brackets': { from: 'r', start: 'lm(y ~ x', part: () => '+(x)', end: ', data = d)' },
  'r: effects': { from: 'r', start: 'feols(y ~ x | a', part: (i) => `^b${i}`, end: ', data = d)' },
  'r: lags': { from: 'r', start: 'plm(y ~ ', part: () => 'lag(' },
  'r: arguments': { from: 'r', start: 'lm(y ~ x', part: (i) => `, a${i} = 1`, end: ')' },
  'r: strings': { from: 'r', start: 'feols(y ~ x, c("a"', part: (i) => `,"a${i}"`, end: '))' },
  'r: backquotes': { from: 'r', start: 'lm(y ~ ', part: () => '`a` + ', end: 'x, data = d)' },
  'r: comments': { from: 'r', start: 'lm(y ~ ', part: () => '# a\n', end: 'x, data = d)' },
  'r: conditions': {
    from: 'r',
    start: 'd <- subset(d, a > 1',
    part: (i) => ` & b > ${i}`,
    end: ')\nlm(y ~ x, data = d)',
  },
  'r: negations': { from: 'r', start: 'lm(y ~ x, d, subset = ', part: () => '!', end: 'a)' },
  'r: assignments': { from: 'r', start: '', part: () => 'm <- ', end: 'lm(y ~ x, data = d)' },
  'r: pipes of one statement': { from: 'r', start: 'd <- d', part: () => ' |> f()' },
  'r: braces': { from: 'r', start: 'f <- function(x) ', part: () => '{' },
  'python: terms': {
    from: 'python',
    start: 'smf.ols("y ~ x',
    part: (i) => ` + x${i}`,
    end: '", df).fit()',
  },
  'python: brackets of a formula': { from: 'python', start: 'smf.ols("y ~ ', part: () => '(' },
  'python: quoted names': {
    from: 'python',
    start: "smf.ols('y ~ x",
    part: () => '+Q("a b")',
    end: "', df).fit()",
  },
  'python: arguments': {
    from: 'python',
    start: 'smf.ols("y ~ x", df',
    part: (i) => `, a${i}=1`,
    end: ').fit()',
  },
  'python: dictionaries': {
    from: 'python',
    start: 'smf.ols("y ~ x", df).fit(',
    part: () => '{"a":',
  },
  'python: calls': { from: 'python', start: 'm = smf.ols("y ~ x", df)', part: () => '.fit()' },
  'python: texts side by side': {
    from: 'python',
    start: 'smf.ols("y ~ x"',
    part: () => ' " + x"',
    end: ', df).fit()',
  },
  'python: triple quotes': { from: 'python', start: 'a = ', part: () => '"""' },
  'python: conditions': {
    from: 'python',
    start: 'smf.ols("y ~ x", df.query("a > 1',
    part: (i) => ` and b > ${i}`,
    end: '")).fit()',
  },
  'python: masks': {
    from: 'python',
    start: 'smf.ols("y ~ x", df[(df.a > 1)',
    part: (i) => ` & (df.b > ${i})`,
    end: ']).fit()',
  },
  'python: continuation lines': { from: 'python', start: 'a = 1', part: () => ' + \\\n1' },
  'python: comments': {
    from: 'python',
    start: 'smf.ols(',
    part: () => '# a\n',
    end: '"y ~ x", df).fit()',
  },
  'python: gmm of a command': {
    from: 'python',
    start: 'regression.abond("n L1.n | ',
    part: () => 'gmm(n, 2:4) ',
    end: '", df, ["id", "year"])',
  },
  'gretl: variables': { from: 'gretl', start: 'ols y ', part: (i) => `x${i} ` },
  'gretl: lags': { from: 'gretl', start: 'ols y ', part: () => 'x(0 to -2) ' },
  'gretl: brackets': { from: 'gretl', start: 'ols y ', part: () => '(' },
  'gretl: options': { from: 'gretl', start: 'ols y x ', part: (i) => `--o${i} ` },
  'gretl: instruments': { from: 'gretl', start: 'dpanel 1 ; y x ; ', part: () => 'GMM(x,2,3) ' },
  'gretl: continuation lines': { from: 'gretl', start: 'ols y ', part: () => 'x \\\n' },
  'gretl: comments': { from: 'gretl', start: 'ols y ', part: () => '/* a */', end: 'x' },
  'gretl: macros': { from: 'gretl', start: 'string a = "x"\nols y ', part: () => '@a ' },
  'gretl: conditions': {
    from: 'gretl',
    start: 'smpl x > 1',
    part: (i) => ` && z > ${i}`,
    end: ' --restrict\nols y x',
  },
  'gretl: a list': { from: 'gretl', start: 'list A = ', part: () => 'x ', end: '\nols y A' },
};

export const longStatements: readonly Generator[] = Object.entries(statements).map(
  ([name, statement]) =>
    texts(
      `statement of ${name}`,
      LONGEST,
      (length) => many(STATEMENTS, () => long(statement, length)),
      (text) => importScript(text, { from: statement.from }),
    ),
);
