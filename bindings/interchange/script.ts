/** Whole scripts of other programs: their models in order, and the lines that are not translated. */
import type { InputError } from '../core/errors/errors.js';
import { quoted } from '../core/errors/quoted.js';
import { type ReadModel, notOne, place } from './imported.js';
import type { Statement } from './reader.js';
import type { Step } from './made.js';
import type { ScriptTable } from './study/table.js';
import type { AfterTable } from './study/tests.js';
import { type Estimated, finished, inStudy } from './static/frame.js';
import { commandFault, type OneCommand, type WayOut } from '../words/errors/interchange/syntax.js';
import { isStatement, methodNamed } from '../words/text/method-names.js';
import { type Advice, left, note } from '../words/errors/interchange/notes.js';
import type { Told } from '../words/told.js';

/** A model of a script. */
export interface ReadCommand extends ReadModel {
  /** The line of the command, from 1. */
  readonly line: number;
  /** The columns that the model needs, by the keys that stand for them; absent if it builds them itself. */
  readonly steps?: readonly Step[];
}

export interface ReadScript {
  readonly models: readonly ReadCommand[];
  /** What is said of each statement that is not translated, with its line. */
  readonly notTranslated: readonly Told[];
}

/** What a reader of scripts collects. */
export interface Collected {
  readonly models: ReadCommand[];
  /** Notes on lines that all models share. */
  readonly notes: Told[];
  readonly left: Left[];
  /** True if tables are read, which a list of models does not have. */
  readonly isStudy: boolean;
  /** Tables that the script prints. */
  readonly tables: ScriptTable[];
  /** Tests and marginal effects after its models. */
  readonly after: AfterTable[];
  /** Words for columns. */
  readonly labels: Record<string, string>;
  /** The model in columns of the data, or in those of a study. */
  readonly finish: (estimated: Estimated) => Omit<ReadCommand, 'line'>;
}

/** A statement that is not translated, with the error of a known command. */
export interface Left {
  /** The statement; without a text the command on its line. */
  readonly statement: Pick<Statement, 'line'> & Partial<Statement>;
  readonly error?: InputError | undefined;
  /** Why, if there is no error. */
  readonly reason?: Told;
  /** What does its work. */
  readonly advice?: Advice | undefined;
  /** True if only a part of the statement is left out. */
  readonly isPart?: boolean;
}

export function collector(isStudy = false): Collected {
  const finish = isStudy ? inStudy : finished;
  return { models: [], notes: [], left: [], isStudy, tables: [], after: [], labels: {}, finish };
}

const longest = 60;

/** `line 3: recode x is not translated: …`, with what to write instead if that is known. */
export function leftSentence({
  statement,
  error,
  reason,
  advice: given,
  isPart = false,
}: Left): Told {
  const text = statement.text?.replace(/\s+/g, ' ');
  const short =
    text !== undefined && text.length > longest ? `${text.slice(0, longest - 3)}...` : text;
  const why = error === undefined ? reason : quoted(error);
  const advice =
    why === undefined ? (given ?? (text === undefined ? undefined : adviceOn(text))) : undefined;
  return left({
    line: statement.line,
    statement: short ?? note('command'),
    isPart,
    ...(why !== undefined && { why }),
    ...(advice !== undefined && { advice }),
  });
}

/** What to write instead of a statement, or what there is for its method. */
function adviceOn(text: string): Advice | undefined {
  const way = wayOut(text);
  const method = way === undefined ? methodNameOf(text) : undefined;
  if (way !== undefined) return { way };
  return method === undefined ? undefined : { method, means: methodNamed(method) };
}

/**
 * All models of a script, and its untranslated statements in the order of their lines. Throws the error of the first
 * statement if there is no model.
 */
export function wholeScript({ models, left: rest, notes }: Collected): ReadScript {
  const [first] = rest;
  if (models.length === 0 && first?.error !== undefined) throw first.error;
  const inOrder = [...rest].sort((a, b) => a.statement.line - b.statement.line);
  return { models, notTranslated: [...notes, ...inOrder.map(leftSentence)] };
}

/**
 * The only model of a script. `commands` names what would be one, and `several` what several are of; other statements
 * of a `language` are errors.
 *
 * @throws InputError `command-syntax` for none, for several, and for a statement that is not translated
 */
export function onlyModel(
  text: string,
  { models, notes, left: rest }: Collected,
  {
    commands,
    several,
    language,
  }: {
    readonly commands: OneCommand;
    readonly several: OneCommand;
    readonly language?: 'python' | 'r';
  },
): ReadModel {
  const [first] = rest;
  if (first?.error !== undefined) throw first.error;
  if (first !== undefined && language !== undefined) {
    throw place(first.statement.text ?? text, commandFault.statement({ language }));
  }
  const [model, second] = models;
  if (model === undefined) throw notOne(text, commands, false);
  if (second !== undefined) throw notOne(text, several, true);
  return { model: model.model, notes: [...notes, ...model.notes] };
}

/** Advice for commands that are common but not translated. */
// prettier-ignore
const waysOut: readonly (readonly [command: RegExp, way: WayOut])[] = [
  [/^(?:qui\w*\s+)?by(?:sort|s)?\s[^:]*:\s*(?:e?gen\w*|replace)\b/, 'generate'],
  [/^(?:qui\w*\s+)?by(?:sort|s)?\s[^:]*:(?!\s*(?:keep|drop)\b)/, 'by'],
  [/^(?:\w+\s+)*jackknife\b[^:]*:|^jknife\b/, 'jackknife'],
  [/^svy\b[^:]*:|\bsvy(?:glm|design)\s*\(/, 'survey'],
  [/^mi\s+est\w*\b[^:]*:/, 'imputation'],
  [/^statsby\b[^:]*:/, 'by'],
  [/^(?:asdoc|logout|collect\s*:|outreg\b)/, 'document'],
  [/^(?:putexcel|putdocx|putpdf|collect|dtable|estpost)\b/, 'cells'],
  [/^append\s+using\b|\b(?:rbind|bind_rows|rbindlist)\s*\(|\bpd\.concat\s*\(/, 'append'],
  [/^collapse\b[^,]*\((?:first|last|firstnm|lastnm)\)/, 'collapse-order'],
  [/^permute\b/, 'permute'],
  [/^rolling\b/, 'rolling'],
  [/^collapse\b|\b(?:aggregate|summari[sz]e)\s*\([^]*,|\.agg\s*\(/, 'collapse'],
  [/^(?:tab(?:u\w*)?\d?|table)\s+\w|\b(?:table|xtabs|pd\.crosstab)\s*\(/, 'two-way-table'],
  [/^(?:gr(?:aph)?|tw(?:oway)?|scatter|line|hist\w*|kdensity|binscatter|coefplot|marginsplot)\s*(?:$|[\w(,])|\b(?:ggplot|plot|hist|barplot|boxplot|coefplot|iplot|ggsave|modelplot)\s*\(|\bplt\.|\bsns\./, 'graph'],
];

/** What to write instead of a statement; undefined if there is no advice. */
export function wayOut(statement: string): WayOut | undefined {
  return waysOut.find(([command]) => command.test(statement.trim()))?.[1];
}

const prefixes =
  /^(?:(?:qui\w*|noi\w*|cap\w*|xi|eststo(?:\s+\w+)?|by\w*\s[^:]*|bootstrap[^:]*)\s*:?\s+)*/;

/** Words that scripts also use for other things than methods, such as R's factor(). */
const plainWords =
  /^(?:factor|within|between|random|re|fe|fd|var|match|matching|did|diff|rd|sar|sem|zip|lm|ls|ml|count|event|binary|ordered|censored|selection|process|mixed|pooled|twoway|regression|ets|cem|lars|ips|unobserved|spatial|threshold|survival|duration|structural|effects)$/;

/** The method that a statement of Stata, R or Python calls by its name; undefined for other statements. */
export function methodNameOf(statement: string): string | undefined {
  const [word = ''] = /^[A-Za-z_]\w*(?=\s|,|$)/.exec(statement.trim().replace(prefixes, '')) ?? [];
  const isAssigned = /^\s*\w+\s*(?:<-|=)/.test(statement);
  // A word before a list of variables is a command of Stata, also where scripts use it otherwise.
  const isCommand = new RegExp(`${word}\\s+[A-Za-z(]`).test(statement) && isLacking(word);
  if ((isCommand || isMethod(word)) && !isAssigned) return word;
  const calls = [...statement.matchAll(/([A-Za-z_][\w.]*)\s*\(/g)].map(([, name]) =>
    name!.split('.').at(-1)!,
  );
  return calls.slice(0, 20).find(isMethod);
}

const isMethod = (name: string) => !plainWords.test(name) && isLacking(name);

/** True for the name of a method that is no statement here. */
function isLacking(name: string): boolean {
  const method = methodNamed(name);
  return method !== undefined && isStatement(method);
}
