import type { Told } from '../../../bindings/words/told.js';
import { notices } from '../../../bindings/words/errors/program/notices.js';
import { access } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { basename, dirname, extname, isAbsolute, relative } from 'node:path';
import type { Command } from 'commander';
import { InputError, type Table } from '../../../bindings/index.js';
import { shellWord } from '../../../bindings/entries/report.js';
import { starterStudy, type StarterStudy } from '../../../bindings/entries/study.js';
import { misuse } from '../../../bindings/words/errors/program/commands.js';
import { fileExists } from '../../../bindings/words/errors/program/files.js';
import { readWithSteps } from '../../data/data.js';
import { keysOfError, readerKeysOf, sayEither } from '../../data/lead.js';
import {
  type ReaderFlags,
  type ReaderKeys,
  readerKeys,
  withReaderOptions,
} from '../../data/reader-options.js';
import { reshapeOption, type StepFlags } from '../../data/steps.js';
import { usage } from '../../exit.js';
import { printWarning } from '../../warnings.js';
import { writeWhole } from '../../files/files.js';
import { type Host, locate, print, notice } from '../../host.js';

const standardOutput = '-';
/** Most times that the data are read: for the header, for signs of numbers, for dates. */
const MOST_ROUNDS = 4;

const example = `
Examples, from a checkout:
  npx wasmetrics init examples/abdata.csv -
  npx wasmetrics init examples/abdata.csv firms.yaml`;

/** `wasmetrics init data.csv paper.yaml`: a commented study to start from. */
export function addInit(program: Command, host: Host): void {
  const command = program
    .command('init')
    .description('write a commented study file to start from, by the columns of a data file')
    .argument('<data>', 'data file')
    .argument('[study]', 'file to write, or - for standard output', 'paper.yaml');
  withReaderOptions(command)
    .addOption(reshapeOption())
    .addHelpText('after', example)
    .action(async (data: string, path: string, flags: ReaderFlags & StepFlags) => {
      if (data === standardOutput) throw usage(misuse.init());
      if (path !== standardOutput) await checkNew(host, path);
      const given = readerKeys(flags);
      const { reshape } = flags;
      const { table, keys } = await readAgain(host, data, { given, reshape });
      for (const one of table.warnings ?? []) printWarning(host, one, { place: data });
      const folder = path === standardOutput ? '.' : dirname(path);
      const file = pathFromFolder(host, folder, data);
      const starter = await starterStudy(table, {
        data: Object.keys(keys).length === 0 ? file : { file, ...keys },
        reshape,
        ...(path !== standardOutput && { report: `${basename(path, extname(path))}.html` }),
      }).catch((error: unknown) => {
        sayEither(host, ['init', shellWord(data), shellWord(path)], table.warnings ?? []);
        throw error;
      });
      if (path === standardOutput) return print(host, starter.text);
      await writeWhole(host, path, [starter.text]);
      if (keys !== given) notice(host, notices['reader-keys']({ keys: JSON.stringify(keys) }));
      for (const told of toldOf(starter, path)) notice(host, told);
    });
}

/** The data, read again with the keys that make more columns numbers and dates, unless they are given. */
async function readAgain(
  host: Host,
  path: string,
  { given, reshape }: { readonly given: ReaderKeys; readonly reshape: StepFlags['reshape'] },
): Promise<{ readonly table: Table; readonly keys: ReaderKeys }> {
  const read = (keys: ReaderKeys) =>
    readWithSteps(host, path, { read: keys, ...(reshape !== undefined && { reshape }) });
  let [table, keys] = await firstRead(read, given);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const suggested = await readerKeysOf(table);
    const types = { ...suggested.types, ...keys.types };
    const wanted = { ...suggested, ...keys, ...(!isEmpty(types) && { types }) } as ReaderKeys;
    if (isDeepStrictEqual(wanted, keys)) break;
    const [again, next] = await firstRead(read, wanted);
    if (suggested.header === undefined && losesNumbers(table, again)) break;
    [table, keys] = [again, next];
  }
  return { table, keys };
}

/** The data, and the keys with those that errors name: the encoding, the header, the last row above notes. */
async function firstRead(
  read: (keys: ReaderKeys) => Promise<Table>,
  keys: ReaderKeys,
): Promise<[Table, ReaderKeys]> {
  try {
    return [await read(keys), keys];
  } catch (error) {
    const more = keysOfError(error);
    const isNew = more !== undefined && Object.keys(more).some((key) => !(key in keys));
    if (!isNew) throw error;
    return firstRead(read, { ...keys, ...more } as ReaderKeys);
  }
}

const isEmpty = (keys: object) => Object.keys(keys).length === 0;

/** True if a column of numbers of one table is none in the other. */
function losesNumbers(one: Table, other: Table): boolean {
  return [...one.columns].some(
    ([name, { kind }]) => kind === 'number' && other.columns.get(name)?.kind !== 'number',
  );
}

/** Refuses to replace a study that someone has written. */
async function checkNew(host: Host, path: string): Promise<void> {
  const isFree = await access(locate(host, path)).then(
    () => false,
    () => true,
  );
  if (isFree) return;
  throw new InputError(fileExists({ file: path }), path);
}

/** The path of the data relative to the folder of the study, with slashes. */
function pathFromFolder(host: Host, folder: string, data: string): string {
  if (isAbsolute(data)) return data;
  const path = relative(locate(host, folder), locate(host, data));
  return path.replace(/\\/g, '/');
}

function toldOf(
  { reshape, panel, outcome, regressor, controls }: StarterStudy,
  path: string,
): Told[] {
  const shell = /^[\w./-]+$/.test(path) ? path : `'${path}'`;
  return [
    ...(reshape === undefined ? [] : [notices.reshape(reshape)]),
    panel === undefined ? notices['no-panel']() : notices.panel(panel),
    notices.models({ outcome, regressor, controls }),
    notices['study-file']({ path, shell }),
  ];
}
