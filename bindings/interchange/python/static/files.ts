/** Calls of pandas that read data files: `pd.read_csv("firms.csv", sep=";")`. */
import {
  type Arguments,
  because,
  type Call,
  reasons,
  type Signature,
  withArguments,
} from '../../arguments.js';
import { type ScriptFrame, withChange } from '../../static/frame.js';
import { accept, ended, expect, type Reader, unexpected } from '../../reader.js';
import { isNone, pythonText, pythonWord, quotedText } from './arguments.js';
import { headerRule } from '../../../words/errors/interchange/notes.js';
import type { Told } from '../../../words/told.js';

// prettier-ignore
const detected = [
  'engine', 'skipinitialspace', 'skip_blank_lines', 'quotechar', 'quoting', 'doublequote',
  'lineterminator', 'compression', 'on_bad_lines', 'encoding_errors', 'dialect',
];
const speed = ['low_memory', 'memory_map', 'float_precision', 'cache_dates', 'storage_options'];
const labels = ['convert_categoricals', 'preserve_dtypes', 'order_categoricals'];

/** What readers of files do with their arguments. */
export const fileSignature: Signature = {
  command: 'read_csv()',
  positions: ['filepath_or_buffer'],
  // prettier-ignore
  translated: [
    'filepath_or_buffer', 'io', 'path', 'sep', 'delimiter', 'decimal', 'thousands', 'encoding',
    'na_values', 'index_col', 'usecols', 'sheet_name', 'header', 'names', 'dtype', 'converters',
    'true_values', 'false_values', 'skiprows', 'skipfooter', 'nrows', 'keep_default_na',
    'na_filter', 'parse_dates', 'date_format', 'date_parser', 'dayfirst', 'comment', 'chunksize',
    'iterator', 'escapechar', 'dtype_backend', 'delim_whitespace', 'columns', 'convert_dates',
    'convert_missing', 'infer_datetime_format', 'keep_date_col',
  ],
  ignored: {
    ...because('a model finds it in the file', detected),
    ...because(reasons.speed, speed),
    ...because(reasons.printed, ['verbose']),
    ...because('values are those of the file', labels),
  },
  isSilent: true,
};

export function isFileReader(name: string): boolean {
  return /^read_(?:csv|table|excel|stata|parquet|spss|sas|feather)$/.test(name);
}

/** The frame of a file. Options that a model cannot reproduce become sentences. */
export function fileFrame(call: Call): ScriptFrame {
  const signature = { ...fileSignature, command: `${call.name}()` };
  const { notes, ...frame } = withArguments(call, signature, (args) => {
    const path = quotedText(args.get('filepath_or_buffer') ?? args.get('io') ?? args.get('path'));
    const reading = readingOf(args);
    return {
      ...(path === undefined ? {} : { data: pythonText(path)! }),
      ...(Object.keys(reading).length === 0 ? {} : { reading }),
      ...indexed(args),
      notes: headerNotes(args),
    };
  });
  return notes.reduce(withChange, frame);
}

/** `index_col=["id", "year"]` names the panel; an index by its place has no name. */
function indexed(args: Arguments): ScriptFrame {
  const value = args.get('index_col');
  if (/^(?:\d+|False)$/.test(pythonText(value) ?? '')) return {};
  const names = listOf(value);
  return names?.length === 2 ? { unit: names[0]!, time: names[1]! } : {};
}

/** Texts and numbers in a list, or one of them. @throws InputError `command-syntax` for another expression */
function listOf(value: Reader | undefined): string[] | undefined {
  if (isNone(value)) return undefined;
  const reader: Reader = { ...(value as Reader) };
  const isList = accept(reader, /\[/) !== undefined;
  const items: string[] = [];
  do {
    const [text, double, single] = expect(
      reader,
      /"([^"]*)"|'([^']*)'|-?\d+(?:\.\d+)?/,
      'list-items',
    );
    items.push(double ?? single ?? text);
  } while (isList && accept(reader, /,(?!\s*\])/) !== undefined);
  if (isList) expect(reader, /,?\s*\]/, { oneOf: ['"]"'] });
  if (!ended(reader)) throw unexpected(reader, 'end-of-list');
  return items;
}

/** `sheet_name=0` is the first sheet. */
function sheetOf(value: Reader | undefined): string | number | undefined {
  const text = pythonText(value);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) + 1 : pythonWord(value);
}

/** Names in the first line are those that a model takes. */
function headerNotes(args: Arguments): Told[] {
  const text = pythonText(args.get('header'));
  if (text === undefined || ['0', '"infer"', "'infer'"].includes(text)) return [];
  return [headerRule({ text })];
}

/** The options of the file that a model has. */
function readingOf(args: Arguments): Record<string, unknown> {
  const delimiter = pythonWord(args.get('sep') ?? args.get('delimiter'));
  const decimal = pythonWord(args.get('decimal'));
  const thousands = pythonWord(args.get('thousands'));
  const encoding = pythonWord(args.get('encoding'));
  const missing = listOf(args.get('na_values'));
  const sheet = sheetOf(args.get('sheet_name'));
  args.get('usecols');
  return {
    ...(delimiter === undefined || delimiter === ','
      ? {}
      : { delimiter: delimiter.replace('\\t', '\t') }),
    ...(decimal === undefined || decimal === '.' ? {} : { decimal }),
    ...(thousands === undefined ? {} : { thousands }),
    ...(encoding === undefined || /^utf-?8(?:-sig)?$/i.test(encoding)
      ? {}
      : { encoding: encoding.toLowerCase() }),
    ...(missing === undefined || missing.length === 0 ? {} : { missing }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}
