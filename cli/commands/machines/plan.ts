import { mkdir, readdir, readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { loadEngine } from '../../../bindings/index.js';
import { shellWord } from '../../../bindings/entries/report.js';
import { type Told, toldOf } from '../../../bindings/words/told.js';
import { misuse } from '../../../bindings/words/errors/program/commands.js';
import { join } from 'node:path';
import { bucketAt } from '../../cluster/buckets/job-folder.js';
import { chooseParts } from '../../cluster/choose.js';
import { notPlanned } from '../../cluster/commands.js';
import { discover, type RunCommand } from '../../cluster/discover.js';
import { freeze, recorder } from '../../cluster/inputs.js';
import { jobNames } from '../../cluster/merge-folder.js';
import { commonFolder } from '../../cluster/outputs.js';
import { type Plan, type Scheduler, schedulers, writePlan } from '../../cluster/plan-file.js';
import { scriptsOf } from '../../cluster/scripts/index.js';
import {
  type ScriptOptions,
  settingsOf,
  withScriptOptions,
} from '../../cluster/scripts/settings.js';
import { totalJobs, totalPieces } from '../../cluster/works/pieces.js';
import { writeTasks } from '../../cluster/works/task-files.js';
import { usage } from '../../exit.js';
import { makeFolder, writeWhole } from '../../files/files.js';
import { notices } from '../../../bindings/words/errors/program/notices.js';
import { type Host, inLanguage, locate, print } from '../../host.js';
import { notWritten } from '../../files/not-written.js';
import { number } from '../../options/numbers.js';
import { grouped } from '../../progress/words.js';
import { workerCount } from '../../run.js';

interface PlanOptions extends ScriptOptions {
  readonly for: Scheduler;
  readonly output: string;
  readonly parts?: number;
  readonly minutes?: number;
  readonly memory?: number;
  readonly workers: number;
  readonly limit?: number;
  readonly copy: boolean;
  readonly json?: boolean;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics plan --for slurm --minutes 30 -o job -- fit examples/employment.yaml --set bootstrap.reps=1000000 --json
  npx wasmetrics plan --for parallel --parts 4 -o job -- ols examples/abdata.csv "n ~ w + k" --bootstrap 20000
  npx wasmetrics plan --for sge --account econ --prelude "module load node" -o job -- ols examples/abdata.csv "n ~ w + k" --bootstrap 1e6
  npx wasmetrics plan --for kubernetes --minutes 10 -o job -- multiverse examples/employment.yaml --bootstrap 999 --json`;

/** `wasmetrics plan --for slurm -o FOLDER -- COMMAND`: divides the repeated work of a command into parts. */
export function addPlan(program: Command, host: Host, runCommand: RunCommand): void {
  const plan = program
    .command('plan')
    .description('divide the repeated work of a command into parts for several machines')
    .usage('[options] -- <command> [arguments]')
    .argument('<command...>', 'command and its arguments, after --')
    .addOption(
      new Option('--for <scheduler>', 'what runs the parts')
        .choices(schedulers)
        .makeOptionMandatory(),
    )
    .requiredOption('-o, --output <folder>', 'job folder to write')
    .option('--parts <n>', 'number of parts (default: parts of about 30 minutes)', number)
    .option('--minutes <m>', 'minutes of a part', number)
    .option('--memory <gigabytes>', 'memory of a part', number)
    .option('--workers <n>', 'threads per part', workerCount, 1)
    .option(
      '--limit <minutes>',
      'minutes after which the scheduler may end a part (default: twice its time)',
      number,
    )
    .option('--no-copy', 'leave the data where they are and keep only their hash');
  withScriptOptions(plan)
    .option('--json', 'print the plan and errors as JSON')
    .addHelpText('after', examples)
    .action(async (command: readonly string[], options: PlanOptions) => {
      await planFolder(host, runCommand, command, options);
    });
}

async function planFolder(
  host: Host,
  runCommand: RunCommand,
  command: readonly string[],
  options: PlanOptions,
): Promise<void> {
  const refusal = notPlanned(command);
  if (refusal !== undefined) throw usage(toldOf(refusal, 'plan'));
  const settings = settingsOf(options, options.for);
  const folder = locate(host, options.output);
  await checkEmpty(options.output, folder);
  const { store } = settings;
  if (store !== undefined) await checkEmptyBucket(store);
  const cwd = host.cwd();
  const files = recorder(cwd);
  const discovery = await discover(runCommand, command, { host, files });
  if (discovery.works.length === 0) {
    throw usage(misuse['plan-command']({ command: command[0]! }));
  }
  const { parts, works, estimate } = chooseParts(discovery, options);
  const { info: engine } = await loadEngine();
  await claim(options.output, folder);
  await writeTasks(host, folder, discovery.works);
  const plan: Plan = {
    kind: 'plan',
    format: 2,
    for: options.for,
    command,
    cwd,
    engine,
    inputs: await freeze(folder, files.paths, options.copy),
    works,
    jobs: totalJobs(works),
    parts,
    workers: options.workers,
    minutesLimit: limitOf(options.limit, estimate.minutesEach),
    estimate,
  };
  const out = files.outputs.size === 0 ? undefined : commonFolder(cwd, [...files.outputs]);
  const scripts = scriptsOf[plan.for](plan, { ...settings, out });
  for (const { name, text } of scripts) await writeWhole(host, join(folder, name), [text]);
  await writePlan(host, folder, plan);
  if (store !== undefined) await sendPlan(folder, store);
  if (options.json === true) return print(host, JSON.stringify(plan, null, 2));
  const { start } = scripts.find((script) => script.start !== undefined) ?? {};
  print(host, planTold(plan, options.output, { start, store }).map(inLanguage(host)).join('\n'));
}

/** Whole minutes, at least two, so that a part has time to write its results. */
function limitOf(given: number | undefined, minutesEach: number): number {
  const limit = given ?? Math.ceil(2 * minutesEach);
  return Math.max(2, Math.ceil(limit));
}

async function checkEmpty(name: string, folder: string): Promise<void> {
  const files = await readdir(folder).catch(({ code }: NodeJS.ErrnoException) => {
    if (code === 'ENOTDIR') throw usage(misuse['plan-place']({ found: 'file', place: name }));
    return [];
  });
  if (files.length > 0) throw usage(misuse['plan-place']({ found: 'files', place: name }));
}

/** Creates the folders of the job for this plan only: another plan may have been made while this one was measuring. */
async function claim(name: string, folder: string): Promise<void> {
  await makeFolder(folder);
  try {
    await mkdir(join(folder, 'works'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw notWritten(name, error);
    throw usage(misuse['plan-place']({ found: 'plan', place: name }));
  }
  for (const one of ['parts', 'logs']) await makeFolder(join(folder, one));
}

interface Places {
  /** The command that starts the work, to be run in the folder. */
  readonly start: string | undefined;
  /** Address of the copy of the folder in a bucket. */
  readonly store: string | undefined;
}

function planTold(plan: Plan, output: string, { start, store }: Places): Told[] {
  const { parts, estimate, works, jobs, inputs, engine } = plan;
  const { minutesEach, minutesTotal, megabytesEach, sampled, secondsPerReplicate } = estimate;
  const what = jobNames(works.map(({ subject }) => subject));
  const place = shellWord(output);
  const shared = store === undefined ? place : shellWord(store);
  const copies = inputs.map(({ copy, path }) => copy ?? notices['plan-hashed']({ path }));
  return [
    ...(works.length > 1
      ? works.map(({ subject, jobs: all }) => notices['plan-work']({ subject, jobs: grouped(all) }))
      : []),
    notices['plan-jobs']({
      jobs: grouped(jobs),
      what,
      parts: grouped(parts),
      pieces: grouped(totalPieces(works)),
    }),
    notices['plan-part']({ time: minutes(minutesEach), megabytes: grouped(megabytesEach) }),
    notices['plan-total']({
      time: minutes(minutesTotal),
      merge: grouped(estimate.megabytesToMerge),
      disk: grouped(estimate.megabytesOfParts),
    }),
    notices['plan-measured']({
      sampled: grouped(sampled),
      what,
      milliseconds: (1000 * secondsPerReplicate).toPrecision(3),
    }),
    notices['plan-frozen']({ inputs: copies, core: engine.sha256.slice(0, 12) }),
    ...(start === undefined ? [] : [notices['plan-start']({ command: `cd ${place} && ${start}` })]),
    notices['plan-state']({ command: `wasmetrics status ${shared}` }),
    notices['plan-result']({ command: `wasmetrics merge ${shared}` }),
  ];
}

function minutes(value: number): string {
  if (value < 1) return `${Math.ceil(60 * value)} s`;
  return value < 600 ? `${value.toFixed(1)} min` : `${(value / 60).toFixed(1)} h`;
}

/** Throws a usage error if the place in the bucket is not empty. */
async function checkEmptyBucket(address: string): Promise<void> {
  const bucket = await bucketAt(address);
  const [first] = await bucket.list('');
  if (first === undefined) return;
  throw usage(misuse['plan-place']({ found: 'object', place: address, object: first.name }));
}

/** Sends the plan last, so that a folder with a plan is complete. */
async function sendPlan(folder: string, address: string): Promise<void> {
  const bucket = await bucketAt(address);
  for (const part of ['works', 'inputs']) {
    for (const file of await readdir(join(folder, part))) {
      await bucket.put(`${part}/${file}`, await readFile(join(folder, part, file)));
    }
  }
  await bucket.put('plan.json', await readFile(join(folder, 'plan.json')));
}
