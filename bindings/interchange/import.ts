/**
 * Commands of other programs as models: a single command, or a script such as `exportModel` writes, including its lines
 * on data and panel.
 */
import * as v from 'valibot';
import {
  checkArgument,
  checkKeys,
  columnName,
  listOf,
  text as nonEmpty,
} from '../core/arguments/arguments.js';
import { InputError } from '../core/errors/errors.js';
import { nearest } from '../data/index.js';
import { checkScript, checkStatement } from './bounds.js';
import { checkImported, defined, type ImportOptions, place, type ReadModel } from './imported.js';
import {
  type ImportedModel,
  type ImportedScript,
  inEnglish,
  type ScriptModel,
  texts,
} from './results.js';
import { readPythonScript, readStaticPython } from './python/static/script.js';
import { methodNamed } from '../words/text/method-names.js';
import { leftSentence, methodNameOf, wayOut } from './script.js';
import { readRScript, readStaticR } from './r/static/script.js';
import { readPdynmc } from './r/import-pdynmc.js';
import { readPlm } from './r/import-plm.js';
import { checkProgram, type Program } from './programs.js';
import { readGretl, readGretlScript } from './gretl/script.js';
import type { DpdModelInput } from '../models/dpd/model.js';
import { readPydynpd } from './python/import-pydynpd.js';
import type { ModelInput } from '../models/model.js';
import { readDoFile, readStata } from './stata/script.js';
import { staticCommands, stataMark } from './stata/static/commands.js';
import { columnNames } from '../words/expectations/data.js';
import * as wanted from '../words/expectations/interchange.js';
import { numberAbove } from '../words/expectations/values.js';
import { expects } from '../words/expects.js';
import { commandFault } from '../words/errors/interchange/syntax.js';
import type { Told } from '../words/told.js';

// prettier-ignore
const order = [
  'data', 'build', 'panel', 'where', 'estimator', 'method', 'fuller', 'kappa',
  'effects', 'formula', 'weights', 'weight', 'vcov', 'cTests', 'bootstrap', 'level',
];

/** A static model with its keys in the order of the documentation; a dynamic one unchanged. */
function ordered<Model extends ModelInput>(model: Model): Model {
  if (model.estimator === 'dpd') return model;
  const entries = Object.entries(model).filter(([, value]) => value !== undefined);
  const rank = ([key]: readonly [string, unknown]) =>
    (order.indexOf(key) + order.length + 1) % (order.length + 1);
  return Object.fromEntries(entries.sort((a, b) => rank(a) - rank(b))) as Model;
}

type Read = (text: string, options: ImportOptions) => ReadModel;

const readers: Readonly<Partial<Record<Program, Read>>> = {
  xtabond2: readStata,
  xtdpdgmm: readStata,
  stata: readStata,
  regress: readStata,
  areg: readStata,
  reghdfe: readStata,
  xtreg: readStata,
  ivregress: readStata,
  ivreg2: readStata,
  ivreghdfe: readStata,
  gretl: readGretl,
  plm: (text, options) => (/\bplm\s*\(/.test(text) ? readStaticR : readPlm)(text, options),
  r: readStaticR,
  lm: readStaticR,
  fixest: readStaticR,
  AER: readStaticR,
  pdynmc: readPdynmc,
  pydynpd: readPython,
  python: readStaticPython,
  statsmodels: readStaticPython,
  linearmodels: readStaticPython,
  pyfixest: readStaticPython,
};

const pythonMark =
  /\bsmf?\.\w+\(|\bfrom_formula\(|\bfeols\(\s*(?:fml\s*=\s*)?f?["']|\b[ow]ls\(\s*(?:formula\s*=\s*)?["']/;

/**
 * Patterns that identify the program of a text, tried in this order. They search for blanks only within a line, and for
 * a tilde within 1000 characters; otherwise each line or call would be searched to the end.
 */
const marks: readonly (readonly [Program, RegExp])[] = [
  ['xtabond2', /^[^\S\n]*xtabond2\b/m],
  ['xtdpdgmm', /^[^\S\n]*xtdpdgmm\b/m],
  ['gretl', /(?:^|[;\n]|<-|\bcatch)[^\S\n]*dpanel\b/],
  ['plm', /\bpgmm\s*\(/],
  ['pdynmc', /\bpdynmc\s*\(/],
  ['python', pythonMark],
  ['gretl', /^[^\S\n]*(?:\w+[^\S\n]*<-[^\S\n]*)?(?:(?:ols|wls|panel)[^\S\n]+[A-Za-z]|tsls\b)/m],
  ['stata', stataMark],
  ['r', /\b(?:lm|plm|feols|felm|ivreg|lm_robust)\s*\([^"'~]{0,1000}~/],
  ['pydynpd', /\babond\s*\(\s*["']/],
  ['pydynpd', /\|/],
];

const firstWords = ['xtabond2', 'xtdpdgmm', 'dpanel', 'pgmm', 'pdynmc', ...staticCommands];

const step = expects(numberAbove({ low: 0 }));

/** The options of imports. */
export const schemas = {
  from: v.unknown(), // `unknown-program` lists the programs
  unit: columnName,
  time: columnName,
  step: v.pipe(v.number(step), v.finite(step), v.gtValue(0, step)),
  data: nonEmpty(wanted.pathOfData()),
  columns: listOf(v.string(), columnNames()),
};

/**
 * The model of a command of Stata, R, Python or gretl, or of a script with one command.
 *
 * @throws InputError `command-syntax` with a caret at the error and the nearest known option,
 *   `unknown-program` for another `from`, and what `parseModel` throws for options that contradict each other
 */
export function importModel(text: string, options: ImportOptions = {}): ImportedModel {
  checkArgument('import', 'text', v.string(expects(wanted.textOfCommand())), text);
  checkScript(text);
  checkKeys('import', schemas, options);
  return inEnglish(readCommand(text, options));
}

/** As `importModel`, with notes as data. */
export function readCommand(text: string, options: ImportOptions): ReadModel {
  const { from = programOf(text), ...rest } = options;
  checkProgram(from);
  const { model, notes } = readers[from]!(text, rest);
  checkImported(model);
  return { model: ordered(model), notes };
}

const scriptReaders = {
  stata: readDoFile,
  r: readRScript,
  python: readPythonScript,
  gretl: readGretlScript,
} as const;

export type Language = keyof typeof scriptReaders;

/** The language of a program's scripts; pydynpd has a single command. */
export const languages: Readonly<Partial<Record<Program, Language>>> = {
  ...ofLanguage('stata', ['stata', 'xtabond2', 'xtdpdgmm', 'regress', 'areg', 'reghdfe', 'xtreg']),
  ...ofLanguage('stata', ['ivregress', 'ivreg2', 'ivreghdfe']),
  ...ofLanguage('r', ['r', 'lm', 'fixest', 'plm', 'AER', 'pdynmc']),
  ...ofLanguage('python', ['python', 'statsmodels', 'linearmodels', 'pyfixest']),
  ...ofLanguage('gretl', ['gretl']),
};

function ofLanguage(language: Language, names: readonly Program[]) {
  return Object.fromEntries(names.map((name) => [name, language]));
}

/**
 * The models of a do-file or a script in order, and a sentence for each statement that is not translated.
 *
 * @throws InputError like `importModel` if no command can be translated
 */
export function importScript(text: string, options: ImportOptions = {}): ImportedScript {
  checkArgument('import', 'text', v.string(expects(wanted.textOfScript())), text);
  checkScript(text);
  checkKeys('import', schemas, options);
  const { from = programOf(text), ...rest } = options;
  checkProgram(from);
  const language = languages[from];
  if (language === undefined) {
    const only = { ...importModel(text, { ...rest, from }), line: 1 };
    return { models: [only], notTranslated: [], told: [] };
  }
  const script = scriptReaders[language](text, rest);
  const models: ScriptModel[] = [];
  const refused: Told[] = [];
  for (const one of script.models) {
    try {
      checkImported(one.model);
      models.push({ ...inEnglish(one), model: ordered(one.model) });
    } catch (error) {
      if (!(error instanceof InputError) || script.models.length === 1) throw error;
      refused.push(leftSentence({ statement: { line: one.line }, error }));
    }
  }
  const told = [...script.notTranslated, ...refused];
  if (models.length > 0) return { models, notTranslated: texts(told), told };
  throw place(text, commandFault.estimation({ first: told[0] ?? '' }));
}

/** The program whose commands a text has. @throws InputError `command-syntax` for another text */
export function programOf(text: string): Program {
  const lines = text.replace(/\r\n?|[\u2028\u2029]/g, '\n');
  const match = marks.find(([, mark]) => mark.test(lines));
  // The last mark is of texts that may name another method.
  const isNamed = match !== undefined && match !== marks.at(-1);
  if (isNamed) return match[0];
  const advice = text
    .split('\n')
    .map(wayOut)
    .find((one) => one !== undefined);
  if (advice !== undefined) {
    throw place(text, commandFault.translated({ way: advice }));
  }
  const method = text
    .split('\n')
    .map(methodNameOf)
    .find((one) => one !== undefined);
  if (method !== undefined)
    throw place(text, commandFault.method({ name: method, means: methodNamed(method) }));
  if (match !== undefined) return match[0];
  const word = /\w+/.exec(text)?.[0] ?? '';
  const near = nearest(word, firstWords);
  throw place(text, commandFault.program({ known: firstWords, word, near }));
}

/** Reads a script, or a single command string. Throws InputError `command-syntax` with a caret. */
function readPython(text: string, options: ImportOptions): ReadModel<DpdModelInput> {
  const call =
    /abond\(\s*(["'])(.*?)\1(?:\s*,\s*\w+\s*,\s*\[\s*["'](.*?)["']\s*,\s*["'](.*?)["'])?/s.exec(
      text,
    );
  const [, , command = text, unit, time] = call ?? [];
  checkStatement(command);
  if (call === null) return readPydynpd({ text, position: 0 }, options);
  const file = /read_csv\(\s*["'](.*?)["']/.exec(text)?.[1];
  const known = { unit, time, data: file };
  return readPydynpd({ text: command, position: 0 }, { ...options, ...defined(known) });
}
