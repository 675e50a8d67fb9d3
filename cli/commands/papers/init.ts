import type { Told } from '../../../bindings/words/told.js';
import { notices } from '../../../bindings/words/errors/program/notices.js';
import { access } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, relative } from 'node:path';
import type { Command } from 'commander';
import { describeData } from '../../../bindings/entries/data.js';
import { InputError } from '../../../bindings/index.js';
import { starterStudy, type StarterStudy } from '../../../bindings/entries/study.js';
import { misuse } from '../../../bindings/words/errors/program/commands.js';
import { fileExists } from '../../../bindings/words/errors/program/files.js';
import { readData } from '../../data/data.js';
import { dateTypesOf } from '../../data/lead.js';
import {
  type ReaderFlags,
  type ReaderKeys,
  readerKeys,
  withReaderOptions,
} from '../../data/reader-options.js';
import { usage } from '../../exit.js';
import { printWarning } from '../../warnings.js';
import { writeWhole } from '../../files/files.js';
import { type Host, locate, print, notice } from '../../host.js';

const standardOutput = '-';

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
    .addHelpText('after', example)
    .action(async (data: string, path: string, flags: ReaderFlags) => {
      if (data === standardOutput) throw usage(misuse.init());
      if (path !== standardOutput) await checkNew(host, path);
      const { table, keys, types } = await readDated(host, data, readerKeys(flags));
      for (const one of table.warnings ?? []) printWarning(host, one, { place: data });
      const folder = path === standardOutput ? '.' : dirname(path);
      const file = pathFromFolder(host, folder, data);
      const starter = await starterStudy(table, {
        data: Object.keys(keys).length === 0 ? file : { file, ...keys },
        ...(path !== standardOutput && { report: `${basename(path, extname(path))}.html` }),
      });
      if (path === standardOutput) return print(host, starter.text);
      await writeWhole(host, path, [starter.text]);
      if (Object.keys(types).length > 0) notice(host, notices['date-types']({ types }));
      for (const told of toldOf(starter, path)) notice(host, told);
    });
}

/** The data, read again with the types of columns whose texts are dates, unless their type is given. */
async function readDated(host: Host, data: string, given: ReaderKeys) {
  const table = await readData(host, data, given);
  const dated = Object.entries(dateTypesOf((await describeData(table)).columns));
  const types = Object.fromEntries(dated.filter(([name]) => given.types?.[name] === undefined));
  if (Object.keys(types).length === 0) return { table, keys: given, types };
  const keys = { ...given, types: { ...given.types, ...types } as ReaderKeys['types'] };
  return { table: await readData(host, data, keys), keys, types };
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

function toldOf({ panel, outcome, regressor, controls }: StarterStudy, path: string): Told[] {
  const shell = /^[\w./-]+$/.test(path) ? path : `'${path}'`;
  return [
    panel === undefined ? notices['no-panel']() : notices.panel(panel),
    notices.models({ outcome, regressor, controls }),
    notices['study-file']({ path, shell }),
  ];
}
