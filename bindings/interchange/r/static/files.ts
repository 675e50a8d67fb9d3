/** Calls of R that read data files: `d <- read.csv("firms.csv", sep = ";")`. */
import { withSentences } from '../../bounds.js';
import {
  type Arguments,
  because,
  type Call,
  reasons,
  type Signature,
  withArguments,
} from '../../arguments.js';
import type { Collected } from '../../script.js';
import type { ScriptFrame } from '../../static/frame.js';
import { failure, type Reader } from '../../reader.js';
import { argumentText, flagOf, textOf, textsOf } from '../call.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';
import { nameFile, noHeader } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

/** What a script has defined about its data so far. */
export interface Frames {
  readonly frames: Map<string, ScriptFrame>;
  readonly collected: Collected;
}

interface FileReader {
  readonly signature: Signature;
  /** Options of the file that the function has by default. */
  readonly reading?: Readonly<Record<string, string>>;
  readonly keepsEmptyTexts: boolean;
}

// prettier-ignore
const shape = because('a model finds it in the file', [
  'quote', 'fill', 'strip.white', 'blank.lines.skip', 'trim_ws', 'guess_max', 'row.names',
  'check.names', 'name_repair', '.name_repair', 'show_col_types', 'progress', 'data.table',
]);
const texts = because('columns of texts are factors anyway', ['stringsAsFactors', 'as.is']);

function signatureOf(name: string): Signature {
  return {
    command: `${name}()`,
    positions: ['file'],
    // prettier-ignore
    translated: [
      'file', 'path', 'input', 'sep', 'delim', 'dec', 'na.strings', 'na', 'encoding',
      'fileEncoding', 'sheet', 'colClasses', 'col_types', 'nrows', 'n_max', 'skip', 'select',
      'drop', 'col_select', 'header', 'locale', 'col.names', 'col_names', 'comment.char', 'range',
    ],
    ignored: { ...shape, ...texts, ...because(reasons.printed, ['verbose', 'showProgress']) },
    isSilent: true,
  };
}

const comma = { delimiter: ';', decimal: ',' };

/** Functions that read files, by name. */
export const fileReaders: Readonly<Record<string, FileReader>> = Object.fromEntries([
  ...['read.csv', 'read.table', 'fread', 'import'].map((name) => [
    name,
    { signature: signatureOf(name), keepsEmptyTexts: true },
  ]),
  ...['read_csv', 'read_excel', 'read_dta', 'read.dta', 'read_delim'].map((name) => [
    name,
    { signature: signatureOf(name), keepsEmptyTexts: false },
  ]),
  ['read.csv2', { signature: signatureOf('read.csv2'), reading: comma, keepsEmptyTexts: true }],
  ['read_csv2', { signature: signatureOf('read_csv2'), reading: comma, keepsEmptyTexts: false }],
] as [string, FileReader][]);

export const pdataSignature: Signature = {
  command: 'pdata.frame()',
  positions: ['x', 'index'],
  translated: ['x', 'index'],
  ignored: {
    'drop.index': 'it changes what the data frame keeps',
    'row.names': 'it changes names of rows',
    stringsAsFactors: 'it changes columns of texts, which are factors anyway',
    'drop.const.series': 'constant columns are collinear',
    'drop.NA.series': 'columns without values are of no use',
    'drop.unused.levels': 'levels without rows have no dummy',
  },
  isSilent: true,
};

/** The unit and the period of `index = c("id", "year")`. */
function indexOf(args: { get: (name: string) => Parameters<typeof textsOf>[0] }) {
  const [unit, time] = textsOf(args.get('index')) ?? [];
  return time === undefined ? {} : { unit: unit!, time };
}

export const isFileReader = (name: string): boolean => Object.hasOwn(fileReaders, name);

/** The frame of a call that reads a file. */
export function fileOf(call: Call): ScriptFrame {
  return fileFrame(call, fileReaders[call.name]!);
}

/** `d <- read.csv("firms.csv")` and `d <- pdata.frame(d, index = c("id", "year"))`. */
export function readFrame(
  call: Call,
  target: string | undefined,
  { frames, collected }: Frames,
): boolean {
  if (isFileReader(call.name) && target !== undefined) {
    frames.set(target, fileOf(call));
    return true;
  }
  if (call.name === 'pdata.frame' && target !== undefined) {
    const { notes, ...frame } = withArguments(call, pdataSignature, (args) => ({
      ...(frames.get(argumentText(args.get('x')) ?? '') ?? {}),
      ...indexOf(args),
      notes: [],
    }));
    frames.set(target, noted(frame, notes));
    return true;
  }
  if (call.name === 'data') {
    collected.notes.push(
      nameFile({ statement: `data(${argumentText(call.args[0]?.value) ?? ''})` }),
    );
    return true;
  }
  return false;
}

function noted(frame: ScriptFrame, notes: readonly Told[]): ScriptFrame {
  return notes.length === 0
    ? frame
    : { ...frame, changes: withSentences(frame.changes ?? [], notes) };
}

function fileFrame(
  call: Call,
  { signature, reading: byDefault, keepsEmptyTexts }: FileReader,
): ScriptFrame {
  const { notes, ...frame } = withArguments(call, signature, (args) => {
    const file = textOrUndefined(args.get('file') ?? args.get('path') ?? args.get('input'));
    const reading = { ...byDefault, ...readingOf(args) };
    const lacksNames = flagOf(args.get('header')) === false;
    return {
      ...(file === undefined ? {} : { data: file }),
      ...(Object.keys(reading).length === 0 ? {} : { reading }),
      ...(keepsEmptyTexts ? {} : { keepsEmptyTexts }),
      notes: lacksNames ? [noHeader({ command: signature.command })] : [],
    };
  });
  return noted(frame, notes);
}

/** A text in quotes; undefined for an expression such as `file.path(...)`. */
function textOrUndefined(value: Reader | undefined): string | undefined {
  return /^["']/.test(argumentText(value) ?? '') ? textOf(value) : undefined;
}

/** The options of the file that a model has. */
function readingOf(args: Arguments): Record<string, unknown> {
  const delimiter = textOf(args.get('sep') ?? args.get('delim'));
  const decimal = textOf(args.get('dec'));
  const missing = textsOf(args.get('na.strings') ?? args.get('na'))?.filter(
    (code) => !['', 'NA'].includes(code),
  );
  const encoding = textOf(args.get('fileEncoding') ?? args.get('encoding'));
  const sheet = args.get('sheet');
  return {
    ...(delimiter === undefined || delimiter === ''
      ? {}
      : { delimiter: delimiter.replace('\\t', '\t') }),
    ...(decimal === undefined || decimal === '.' ? {} : { decimal }),
    ...(missing === undefined || missing.length === 0 ? {} : { missing }),
    ...(encoding === undefined || /^utf-?8(?:-bom)?$/i.test(encoding)
      ? {}
      : { encoding: encoding.toLowerCase() }),
    ...(sheet === undefined ? {} : { sheet: sheetOf(sheet) }),
  };
}

function sheetOf(value: Reader): string | number {
  const text = argumentText(value)!;
  if (/^\d+L?$/.test(text)) return parseInt(text, 10);
  return textOf(value) ?? failureOf(value);
}

function failureOf(value: Reader): never {
  throw failure(value, scriptProblem.sheet());
}
