/** Compares and times a model. */
import { resolve } from 'node:path';
import { fitModel, type EconError, type Model, type Table } from '../../bindings/index.js';
import type { DataPlace } from '../../bindings/entries/data.js';
import { type ExportProgram, exportPrograms } from '../../bindings/entries/interchange.js';
import { knownSpelling } from '../../bindings/words/text/spelling.js';
import { misuse } from '../../bindings/words/errors/program/commands.js';
import { readModelData } from '../data/data.js';
import { usage } from '../exit.js';
import { checkOutputs } from '../files/outputs.js';
import { removeTree, temporaryFolder } from '../files/temporary-folder.js';
import { type Host, inLanguage, print, printPage } from '../host.js';
import type { Shown } from '../models/each.js';
import { fromHere, inputsOf, type LocatedModel } from '../models/located.js';
import { writeRendered } from '../output/rendered.js';
import { describeMachine } from './machine.js';
import { ourPeer } from './ours.js';
import { coefficientsOf, timeWays } from './ways.js';
import { exported, findPeer, type Candidate } from './peers.js';
import { namedPrograms } from './programs/index.js';
import { timePrograms } from './programs.js';
import type { BenchResult } from './result.js';
import { benchSvg } from './svg.js';
import { benchText } from './text.js';

export interface BenchSettings extends Shown {
  /** The programs; undefined for all that can express the model. */
  readonly against?: readonly string[];
  readonly reps: number;
  readonly draws?: number;
  /** Path of the figure to write. */
  readonly svg?: string;
  readonly limit: number;
  readonly signal: AbortSignal;
}

const DRAWS = 999;

/** Prints how fast a model is estimated here and elsewhere. */
export async function runBench(
  host: Host,
  located: LocatedModel,
  settings: BenchSettings,
): Promise<void> {
  const { json = false, collect, limit, svg } = settings;
  await checkOutputs(host, [['--svg', svg]], inputsOf(located));
  if (inputsOf(located).some(([, path]) => path === '-')) throw usage(misuse['bench-input']());
  const table = await readModelData(host, located, { progress: false });
  const result = await benchModel(host, { table, model: inPlace(host, located) }, settings);
  if (svg !== undefined) await writeRendered(host, benchSvg(result, inLanguage(host)), svg);
  if (collect !== undefined) return collect(result);
  if (json) return print(host, JSON.stringify(result, null, 2));
  printPage(host, benchText(result, limit, inLanguage(host)));
}

interface Work {
  readonly table: Table;
  readonly model: Model;
}

async function benchModel(
  host: Host,
  { table, model }: Work,
  { against, reps: rounds, draws, limit, signal }: BenchSettings,
): Promise<BenchResult> {
  const say = (error: EconError) => host.spoken?.error(error) ?? error.message;
  const exports = (against ?? namedPrograms)
    .map((name) =>
      exported(knownSpelling(exportPrograms, name) as ExportProgram, model, inLanguage(host)),
    )
    .filter((one) => against !== undefined || 'script' in one);
  const ours = coefficientsOf(await fitModel(table, model));
  const folder = await temporaryFolder('bench');
  try {
    const running = { folder, limitMs: 1000 * limit, signal };
    const candidates: Candidate[] = [ourPeer(table, model, running, host.cwd())];
    for (const one of exports) {
      signal.throwIfAborted();
      candidates.push(await findPeer(one, ours, running));
    }
    const programs = await timePrograms(candidates, rounds, signal);
    const reps = draws ?? model.bootstrap?.reps ?? DRAWS;
    const ways = await timeWays(table, model, { rounds, reps, signal, say });
    const { formula } = model;
    const outcome = formula.split('~')[0]!.trim();
    const machine = describeMachine();
    return { machine, rounds, model: outcome, rows: table.nrows, programs, ways };
  } finally {
    await removeTree(folder);
  }
}

/** The model with the absolute path of its data, for programs that run in other folders. */
function inPlace(host: Host, located: LocatedModel): Model {
  const model = fromHere(located);
  const { data } = model;
  if (data === undefined) return model;
  const absolute = (path: string) => resolve(host.cwd(), path);
  const place: DataPlace =
    'sql' in data
      ? { ...data, folder: absolute(data.folder ?? '.') }
      : { ...data, file: absolute(data.file) };
  return { ...model, data: place };
}
