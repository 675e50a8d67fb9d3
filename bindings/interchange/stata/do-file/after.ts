/** Statements of a do-file that estimate nothing: what comes after estimates, tables of data, and graphs. */
import { type Advice, note } from '../../../words/errors/interchange/notes.js';
import { testArgument } from '../../../words/errors/interchange/tables.js';
import type { Told } from '../../../words/told.js';
import { meaningOf } from '../../derived.js';
import type { DpdModelInput } from '../../../models/dpd/model.js';
import type { ModelInput } from '../../../models/model.js';
import { unread } from '../../study/table.js';
import { type AfterKeys, isTableOf } from '../../study/tests.js';
import type { NameOf } from '../../study/terms.js';
import type { DoFile } from './frame.js';
import { otherLaw } from '../../study/test-calls.js';
import {
  combinationsOf,
  comparedOf,
  diagnosticsOf,
  functionsOf,
  hypothesesOf,
  marginsOf,
  nonlinearOf,
  ofInstruments,
  type Post,
  type Refused,
} from './post.js';
import { optionMap, partsOf, wordsOf } from './parts.js';

/** Statements that estimate nothing and leave no estimates behind. */
const others =
  /^(?:estat|tab(?:u\w*)?\d?|table|ttest|ranksum|signrank|su\w*|tabstat|cor\w*|pwcorr|codebook|inspect|estpost|xttab|xttrans|gr(?:aph)?|tw(?:oway)?|scatter|line|hist\w*|kdensity|lowess|binscatter\w*|coefplot|boxplot|margins?plot|mata?|matrix|putexcel|putdocx|outsheet|export|save|saveold|constraint|svyset|snapshot|do|run|include|mkdir|erase|rm|shell|!|window|translate|texdoc|esttab|estout|outreg\d?|etable|eststo|est(?:imates)?|estadd|tempvar|tempfile|tempname|program|end|return|ereturn|sret\w*|args|syntax|confirm|which|help|update|findit|ado|capture|qui\w*|noi\w*|if|else|while|foreach|forv\w*|continue|label|notes?|format|order|sort|gsort|xtset|tsset|stset|mi|char|browse|edit|br|ed|window|sleep|more|about|query|memory|preserve|restore)\b/;

/** True for a statement that leaves the estimates of the command before it as they are. */
export function estimatesNothing(text: string): boolean {
  return others.test(text) || adviceAfter(text) !== undefined;
}

type Read = (rest: string, nameOf: NameOf) => Post | Refused | undefined;
type Advise = (rest: string) => Advice;

const functionAdvice = 'test model.yaml --function "EXPRESSION"';

/** Statements that a table of a study can have, and the command for others of their kind. */
const readers: readonly (readonly [head: RegExp, read: Read, otherwise: string | Advise])[] = [
  [/^marg(?:ins?)?\b(?!plot)/, marginsOf, marginsAdvice],
  [/^test(?:p(?:arm)?)?\b/, hypothesesOf, 'test model.yaml "HYPOTHESIS"'],
  [/^lincom\b/, functionsOf, functionAdvice],
  [/^nlcom\b/, combinationsOf, functionAdvice],
  [/^testnl\b/, nonlinearOf, functionAdvice],
  ...(['vif', 'hettest', 'imtest', 'ovtest', 'bgodfrey', 'dwatson'] as const).map(
    (test) =>
      [
        new RegExp(`^(?:estat\\s+)?${test.slice(0, 4)}\\w*`),
        diagnosticsOf(test),
        'test model.yaml --diagnostics',
      ] as const,
  ),
];

const advisers: readonly (readonly [head: RegExp, advise: Advise])[] = [
  [/^hausman\b/, hausmanAdvice],
  [/^predict\b/, () => run('predict model.yaml --save rows.csv')],
  [
    /^estat\s+(?:first\w*|endog\w*|overid)|^(?:overid|ivendog|ivhettest)\b/,
    () => ({ way: 'printed' }),
  ],
  [/^xtoverid\b/, () => run('test fixed.yaml --hausman random.yaml --robust')],
  [/^xttest\d\b/, () => ({ way: 'panel-tests' })],
  [/^suest\b/, () => ({ way: 'suest' })],
];

/** Tests of a model with instruments. */
const ofInstrument = /^estat\s+(?:first\w*|endog\w*|overid)|^(?:overid|ivendog)\b/;

const run = (command: string): Advice => ({ run: command });

/** What does the work of a statement after estimates; undefined for another statement. */
export function adviceAfter(text: string): Advice | undefined {
  const reader = readers.find(([head]) => head.test(text));
  if (reader === undefined) {
    const adviser = advisers.find(([head]) => head.test(text));
    return adviser?.[1](text.replace(adviser[0], '').trim());
  }
  const [head, read, otherwise] = reader;
  const rest = text.replace(head, '').trim();
  const post = read(rest, (name) => name);
  if (post !== undefined && 'keys' in post) return run(commandOf(post.keys));
  return typeof otherwise === 'string' ? run(otherwise) : otherwise(rest);
}

/** The command that makes the table. */
function commandOf({ margins, places = {}, means, hypotheses, functions = [] }: AfterKeys): string {
  if (margins !== undefined) {
    const set = Object.entries(places).map(
      ([name, numbers]) => ` --at "${name}=${numbers.join(',')}"`,
    );
    return `margins model.yaml --of ${margins[0]!}${set.join('')}${means ? ' --means' : ''}`;
  }
  const texts = functions.map((text) => ` --function "${text}"`);
  if (hypotheses === undefined && texts.length === 0) return 'test model.yaml --diagnostics';
  const joint = hypotheses === undefined ? '' : ` "${hypotheses.join(', ')}"`;
  return `test model.yaml${joint}${texts.join('')}`;
}

/** `test`, `lincom`, `margins` and `hausman` as tables of a study; false for what none shows. */
export function readAfter(text: string, line: number, file: DoFile): boolean {
  const { stored, collected, derived } = file;
  const [head, read] = tabled.find(([one]) => one.test(text)) ?? [];
  const rest = text.replace(head ?? '', '').trim();
  const nameOf: NameOf = (name) => meaningOf({ ...derived, namesSteps: true }, name)?.same ?? name;
  const model = collected.models[stored.last ?? -1]?.model;
  const after = /^hausman\b/.test(text)
    ? comparison(text.replace(/^hausman\b/, ''), file)
    : isLost(text, file)
      ? { reason: note('lost-model') }
      : model && read && tableOf(text, read(rest, nameOf), model);
  if (after === undefined) return false;
  const { of = stored.last!, hausman, keys, reason } = after;
  const statement = { text, line };
  if (reason !== undefined) collected.left.push({ statement, reason, isPart: keys !== undefined });
  if (keys !== undefined) collected.after.push({ line, title: text, of, hausman, keys });
  return true;
}

/** True for a statement after a command that is not translated. */
function isLost(text: string, { stored }: DoFile): boolean {
  if (stored.last !== unread) return false;
  return adviceAfter(text) !== undefined || ofInstrument.test(text);
}

/** A table; without keys a reason why there is none. */
interface Table {
  readonly of?: number;
  readonly hausman?: number;
  readonly keys?: AfterKeys;
  readonly reason?: Told | undefined;
}

/** Statements that tables show; those of instruments need no keys, as the model has the tests itself. */
const tabled: readonly (readonly [head: RegExp, read: Read])[] = [
  ...readers.map(([head, read]) => [head, read] as const),
  [ofInstrument, (rest) => ofInstruments(rest) ?? { keys: {} }],
];

function comparison(rest: string, { stored, collected }: DoFile): Table | undefined {
  const pair = comparedOf(rest.trim());
  if (pair === undefined) return undefined;
  if (!(0 in pair)) return { reason: reasonOf('hausman', pair) };
  const [of, hausman] = pair.map((name) => (name === '.' ? stored.last : stored.byName.get(name)));
  const isKnown = [of, hausman].every((one) => collected.models[one ?? -1] !== undefined);
  return isKnown ? { of: of!, hausman: hausman!, keys: {} } : undefined;
}

function reasonOf(call: string, refused: Refused): Told {
  return 'why' in refused ? note(refused.why) : testArgument({ call, name: refused.option });
}

function tableOf(
  text: string,
  post: Post | Refused | undefined,
  model: ModelInput,
): Table | undefined {
  const call = /^(?:estat\s+)?\w+/.exec(text)![0];
  if (post === undefined) return undefined;
  if (!('keys' in post)) return { reason: reasonOf(call, post) };
  const { keys, terms = [], law } = post;
  if (ofInstrument.test(text) && model.estimator !== 'iv') return undefined;
  if (!isTableOf(model, keys, terms)) return undefined;
  return { keys, reason: otherLaw(call, law, model) };
}

/** What there is for `margins` without a translation. */
function marginsAdvice(rest: string): Advice {
  const options = optionMap(partsOf(rest).options);
  const effect = ['dydx', 'eyex', 'dyex', 'eydx'].find((name) => options.has(name));
  if (effect === undefined) return { way: 'predictive-margins' };
  return effect === 'dydx' ? run('margins model.yaml --of VARIABLE') : { way: 'elasticities' };
}

/** `hausman fe re`, whose second model is efficient under the null. */
function hausmanAdvice(rest: string): Advice {
  const [first = 'fixed', second = 'random'] = wordsOf(partsOf(rest).body).map((name) =>
    /^\w+$/.test(name) ? name : undefined,
  );
  return run(`test ${first}.yaml --hausman ${second}.yaml`);
}

/** `estat serial, ar(1/3)` sets the AR tests. `estat overid` needs nothing: every result has Hansen's J. */
export function testsOfPanel(statement: string): Partial<DpdModelInput> | undefined {
  if (/^estat\s+overid\s*$/.test(statement)) return {};
  const orders = /^estat\s+serial\s*(?:,\s*ar\(1\/(\d+)\)\s*)?$/.exec(statement);
  if (orders === null) return undefined;
  return orders[1] === undefined ? {} : { arOrders: Number(orders[1]) };
}
