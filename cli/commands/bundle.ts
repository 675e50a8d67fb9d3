import { type Command, Option } from 'commander';
import { type VenueName, venueNames, venues } from '../../bindings/index.js';
import { checkTarget, isZipPath, writeBundle } from '../bundle/files.js';
import { makeBundle } from '../bundle/make.js';
import { writeStudyOutputs } from '../bundle/outputs.js';
import { usage } from '../exit.js';
import { type Host, printError } from '../host.js';
import { outputHeading, plainHeading, runHeading } from '../report-options.js';
import { workerCount } from '../run.js';

interface BundleCommandFlags {
  readonly for: VenueName;
  readonly out?: string;
  readonly data: 'original' | 'hash';
  readonly overwrite?: boolean;
  readonly record?: string;
  readonly cache?: string | boolean;
  readonly workers?: number;
  readonly outputsOnly?: boolean;
  readonly measure?: string;
  readonly json?: boolean;
  readonly progress?: boolean;
}

const example = `
Examples, from a checkout:
  npx wasmetrics bundle examples/provinces/paper.yaml -o replication.zip
  npx wasmetrics bundle examples/provinces/paper.yaml --for aea -o replication`;

/** `wasmetrics bundle paper.yaml`: a replication package that reruns and checks itself. */
export function addBundle(program: Command, host: Host): void {
  program
    .command('bundle')
    .description('put a replication package together: study, data, outputs, engine and README')
    .argument('<file>', 'study file')
    .optionsGroup(outputHeading)
    .addOption(
      new Option('--for <venue>', 'journal whose rules the package follows')
        .choices(venueNames)
        .default('plain'),
    )
    .option('-o, --out <path>', 'folder, or file that ends in .zip (default: replication)')
    .addOption(
      new Option('--data <how>', 'ship the data, or only their hash with steps to get them')
        .choices(['original', 'hash'])
        .default('original'),
    )
    .option('--overwrite', 'replace a folder that holds a bundle')
    .optionsGroup(runHeading)
    .option('--record <file>', 'measurements of the run to state (log/run.json of a bundle)')
    .option('--cache <folder>', "folder that keeps measurements (default: the user's cache)")
    .option('--no-cache', 'measure again, and keep nothing')
    .option('--workers <n>', 'number of workers (default: number of cores)', workerCount)
    .option('--outputs-only', 'run the study and write only its outputs, as a bundle holds them')
    .option('--measure <file>', 'with --outputs-only: file for time, memory and hardware of the run')
    .option('--json', 'print errors as JSON')
    .option('--progress', 'always report progress')
    .option('--no-progress', 'never report progress')
    .optionsGroup(plainHeading)
    .addHelpText('after', example)
    .action(async (path: string, flags: BundleCommandFlags) => {
      if (flags.outputsOnly === true) {
        host.exitCode = await writeStudyOutputs(host, path, flags.out ?? 'rerun', flags);
        return;
      }
      if (path === '-') throw usage('bundle needs a study file, not standard input');
      const target = targetOf(flags.for, flags.out);
      await checkTarget(host, target, flags.overwrite === true);
      const files = await makeBundle(host, path, { ...flags, venue: flags.for });
      await writeBundle(host, target, files);
      printError(host, `wrote ${target}: ${files.size} files; search README.md for TODO`);
    });
}

/** Where the bundle goes, as the venue wants it. */
export function targetOf(venue: VenueName, out: string | undefined): string {
  const { container, title } = venues[venue];
  const target = out ?? (container === 'zip' ? 'replication.zip' : 'replication');
  if (container === 'folder' && isZipPath(target)) {
    throw usage(`--out: expected a folder, as ${title} takes no zip files, found ${target}`);
  }
  if (container === 'zip' && !isZipPath(target)) {
    throw usage(`--out: expected a file that ends in .zip, as ${title} takes, found ${target}`);
  }
  return target;
}
