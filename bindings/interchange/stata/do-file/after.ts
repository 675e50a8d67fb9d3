/** Statements of a do-file that estimate nothing: what comes after estimates, tables of data, and graphs. */
import type { Advice } from '../../../words/errors/interchange/notes.js';
import { optionMap, partsOf, wordsOf } from './parts.js';

/** Statements that estimate nothing and leave no estimates behind. */
const others =
  /^(?:estat|tab(?:u\w*)?\d?|table|ttest|ranksum|signrank|su\w*|tabstat|cor\w*|pwcorr|codebook|inspect|estpost|xttab|xttrans|gr(?:aph)?|tw(?:oway)?|scatter|line|hist\w*|kdensity|lowess|binscatter\w*|coefplot|boxplot|margins?plot|mata?|matrix|putexcel|putdocx|outsheet|export|save|saveold|constraint|svyset|snapshot|do|run|include|mkdir|erase|rm|shell|!|window|translate|texdoc|esttab|estout|outreg\d?|etable|eststo|est(?:imates)?|estadd|tempvar|tempfile|tempname|program|end|return|ereturn|sret\w*|args|syntax|confirm|which|help|update|findit|ado|capture|qui\w*|noi\w*|if|else|while|foreach|forv\w*|continue|label|notes?|format|order|sort|gsort|xtset|tsset|stset|mi|char|browse|edit|br|ed|window|sleep|more|about|query|memory|preserve|restore)\b/;

/** True for a statement that leaves the estimates of the command before it as they are. */
export function estimatesNothing(text: string): boolean {
  return others.test(text) || adviceAfter(text) !== undefined;
}

type Advise = (rest: string) => Advice;

const readers: readonly (readonly [head: RegExp, advise: Advise])[] = [
  [/^marg(?:ins?)?\b(?!plot)/, marginsAdvice],
  [/^test(?:nl|p(?:arm)?)?\b/, testAdvice],
  [/^(?:lincom|nlcom)\b/, functionAdvice],
  [/^hausman\b/, hausmanAdvice],
  [/^predict\b/, () => run('predict model.yaml --save rows.csv')],
  [/^(?:estat\s+(?:vif|hettest|imtest|ovtest|bgod\w*|dwatson)|vif|hettest|ovtest)\b/, diagnose],
  [
    /^estat\s+(?:first\w*|endog\w*|overid)|^(?:overid|ivendog|ivhettest)\b/,
    () => ({ way: 'printed' }),
  ],
  [/^xtoverid\b/, () => run('test fixed.yaml --hausman random.yaml --robust')],
  [/^xttest\d\b/, () => ({ way: 'panel-tests' })],
  [/^suest\b/, () => ({ way: 'suest' })],
];

const run = (command: string): Advice => ({ run: command });

function diagnose(): Advice {
  return run('test model.yaml --diagnostics');
}

/** What does the work of a statement after estimates; undefined for another statement. */
export function adviceAfter(text: string): Advice | undefined {
  const reader = readers.find(([head]) => head.test(text));
  return reader?.[1](text.replace(reader[0], '').trim());
}

/** `margins, dydx(x) at(z=(1 2 3))` as `margins model.yaml --of x --at "z=1,2,3"`. */
function marginsAdvice(rest: string): Advice {
  const options = optionMap(partsOf(rest).options);
  const effect = ['dydx', 'eyex', 'dyex', 'eydx'].find((name) => options.has(name));
  if (effect === undefined) return { way: 'predictive-margins' };
  if (effect !== 'dydx') return { way: 'elasticities' };
  const of = wordsOf(options.get('dydx')).map((name) => (/^\w+$/.test(name) ? name : 'VARIABLE'));
  const place = /^(\w+)\s*=\s*\(?([\d.\s-]+)\)?$/.exec(options.get('at') ?? '');
  const values = place === null ? '' : ` --at "${place[1]!}=${wordsOf(place[2]).join(',')}"`;
  const means = options.has('atmeans') ? ' --means' : '';
  return run(`margins model.yaml --of ${of[0] ?? 'VARIABLE'}${values}${means}`);
}

/** Names of coefficients as Stata writes them, `_b[L.x]`, as hypotheses have them. */
function inHypothesis(text: string): string | undefined {
  const plain = text
    .replace(/\b_b\[([^\]]+)\]/g, '$1')
    .replace(/\b([LFD])\.(?=[A-Za-z_])/g, (_, letter: string) =>
      letter === 'D' ? 'D.' : `${letter}1.`,
    )
    .trim();
  return /^[\w.+\-*/^()\s=]+$/.test(plain) && !/\b\d+b?n?\.[A-Za-z]|\bi\./.test(plain)
    ? plain
    : undefined;
}

/** `test x z`, `test x = z` and `test (x = 1) (z = 2)` as one joint hypothesis. */
function testAdvice(rest: string): Advice {
  const { body, options } = partsOf(rest);
  const groups = [...body.matchAll(/\(([^()]*=[^()]*)\)/g)].map(([, inside]) => inside!);
  const parts = groups.length > 0 ? groups : body.includes('=') ? [body] : wordsOf(body);
  const written = parts.map(inHypothesis);
  if (options !== '' || parts.length === 0 || written.includes(undefined))
    return run('test model.yaml "HYPOTHESIS"');
  const hypotheses = written.map((part) =>
    part!.includes('=') ? equalities(part!) : `${part!} = 0`,
  );
  return run(`test model.yaml "${hypotheses.join(', ')}"`);
}

/** `x=z=1` as `x = z, z = 1`. */
function equalities(text: string): string {
  const sides = text.split(/=+/).map((side) => side.trim());
  return sides
    .slice(1)
    .map((side, i) => `${sides[i]!} = ${side}`)
    .join(', ');
}

function functionAdvice(rest: string): Advice {
  const body = partsOf(rest).body.replace(
    /^\(?\s*(?:\w+\s*:)?\s*([^]*?)\)?$/,
    (whole, inside: string) => (whole.startsWith('(') ? inside : whole),
  );
  const written = inHypothesis(body);
  if (written === undefined || written === '')
    return run('test model.yaml --function "EXPRESSION"');
  return run(`test model.yaml --function "${written}"`);
}

/** `hausman fe re`, whose second model is efficient under the null. */
function hausmanAdvice(rest: string): Advice {
  const [first = 'fixed', second = 'random'] = wordsOf(partsOf(rest).body).map((name) =>
    /^\w+$/.test(name) ? name : undefined,
  );
  return run(`test ${first}.yaml --hausman ${second}.yaml`);
}
