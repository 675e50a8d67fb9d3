import { notices } from '../../../bindings/words/errors/program/notices.js';
import { type Command, Option } from 'commander';
import { InputError } from '../../../bindings/index.js';
import {
  type BundleFiles,
  type ManifestCheck,
  resealedFiles,
  type VenueName,
  venueNames,
} from '../../../bindings/entries/bundle.js';
import { misuse } from '../../../bindings/words/errors/program/commands.js';
import { bundleAltered } from '../../../bindings/words/errors/program/bundles.js';
import { checkForm, formWords } from '../../bundle/check.js';
import { writeStudyOutputs } from '../../bundle/outputs.js';
import { putBundle } from '../../bundle/put.js';
import { remakeBundle } from '../../bundle/remake.js';
import { exitCodes, usage } from '../../exit.js';
import { type Host, locate, print, printPage, notice } from '../../host.js';
import { outputHeading, plainHeading, runHeading } from '../../options/report-options.js';
import { workerCount } from '../../run.js';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isZipPath, readBundle, writeBundle, writeFolder } from '../../bundle/files.js';

interface BundleCommandFlags {
  readonly for?: VenueName;
  readonly out?: string;
  readonly data?: 'original' | 'hash';
  readonly confidential?: boolean;
  readonly overwrite?: boolean;
  readonly check?: boolean;
  readonly seal?: boolean;
  readonly record?: string;
  readonly cache?: string | boolean;
  readonly workers?: number;
  readonly outputsOnly?: boolean;
  readonly remake?: boolean;
  readonly measure?: string;
  readonly json?: boolean;
  readonly progress?: boolean;
}

const example = `
Examples, from a checkout:
  npx wasmetrics bundle examples/provinces/paper.yaml -o replication.zip
  npx wasmetrics bundle examples/provinces/paper.yaml --for aea -o replication
  npx wasmetrics bundle --check replication
  npx wasmetrics bundle --seal replication`;

/** `wasmetrics bundle paper.yaml`: a replication package that reruns and checks itself. */
export function addBundle(program: Command, host: Host): void {
  const command = program
    .command('bundle')
    .description('put a replication package together: study, data, outputs, engine and README')
    .argument('<file>', 'study file; with --check and --seal a bundle')
    .optionsGroup(outputHeading)
    .addOption(
      new Option('--for <venue>', 'journal whose rules it follows (default: plain)').choices(
        venueNames,
      ),
    )
    .option('-o, --out <path>', 'folder, or file that ends in .zip (default: replication)')
    .addOption(
      new Option(
        '--data <how>',
        'ship the data, or only their hash with steps to get them (default: original)',
      ).choices(['original', 'hash']),
    )
    .option('--confidential', 'ship synthetic data of the same schema instead of the data')
    .option('--overwrite', 'replace a folder that holds a bundle')
    .option('--check', "tick the venue's form for a bundle")
    .option('--seal', 'write the manifest again, after README.md and LICENSE.txt are filled in')
    .option('--json', 'print the form and errors as JSON');
  addRunOptions(command)
    .addHelpText('after', example)
    .action(async (path: string, flags: BundleCommandFlags) => {
      host.exitCode = await run(host, path, flags);
    });
}

function addRunOptions(command: Command): Command {
  return command
    .optionsGroup(runHeading)
    .option('--record <file>', 'measurements of the run to state (log/run.json of a bundle)')
    .option('--cache <folder>', "folder that keeps measurements (default: the user's cache)")
    .option('--no-cache', 'measure again, and keep nothing')
    .option('--workers <n>', 'number of workers (default: number of cores)', workerCount)
    .option('--outputs-only', 'run the study and write only its outputs, as a bundle holds them')
    .addOption(
      new Option(
        '--remake',
        'make the files of a bundle in a folder again, as verify does',
      ).hideHelp(),
    )
    .option('--measure <file>', 'with --outputs-only: file for time, memory and hardware')
    .option('--progress', 'always report progress')
    .option('--no-progress', 'never report progress')
    .optionsGroup(plainHeading);
}

async function run(host: Host, path: string, flags: BundleCommandFlags): Promise<number> {
  checkTogether(path, flags);
  if (flags.check === true) return check(host, path, flags);
  if (flags.seal === true) {
    const { files, stale } = await sealBundle(host, path, flags.out);
    notice(host, notices.sealed({ target: flags.out ?? path, files: files.size }));
    if (stale.length > 0) {
      notice(host, notices.removed({ files: stale }));
    }
    return exitCodes.ok;
  }
  if (flags.outputsOnly === true) {
    return writeStudyOutputs(host, path, flags.out ?? 'rerun', flags);
  }
  if (flags.remake === true) return remakeBundle(host, path, flags.out ?? 'remade', flags);
  const { data = 'original', confidential, workers, record, cache, overwrite = false } = flags;
  const shipped = confidential === true ? 'synthetic' : data;
  const venue = flags.for ?? 'plain';
  await putBundle(host, path, {
    venue,
    workers,
    record,
    cache,
    overwrite,
    data: shipped,
    out: flags.out,
  });
  return exitCodes.ok;
}

function checkTogether(path: string, flags: BundleCommandFlags): void {
  if (path === '-') throw usage(misuse['bundle-input']());
  const chosen = (['check', 'seal', 'outputsOnly', 'remake'] as const).filter(
    (key) => flags[key] === true,
  );
  if (chosen.length > 1) throw usage(misuse.bundle());
  if (flags.data !== undefined && flags.confidential === true) {
    throw usage(misuse.confidential());
  }
}

/** Returns exit code 9 if a line of the form is not fulfilled; a line that is still to do is not a failure. */
async function check(host: Host, path: string, flags: BundleCommandFlags): Promise<number> {
  const form = await checkForm(host, path, flags.for);
  if (flags.json === true) print(host, JSON.stringify(form, null, 2));
  else printPage(host, formWords(form));
  return form.missing > 0 ? exitCodes.differs : exitCodes.ok;
}

const isSignature = (name: string) => name.startsWith('manifest-sha256.txt.');

/** Files that an author edits. */
const edited = /^(README(\.\w+)?|LICENSE\.txt|codebook\.(md|csv)|docs\/.*)$/;

/** Seals a bundle whose README and license its author has filled in: a new manifest, and new metadata. */
interface SealedBundle {
  readonly files: BundleFiles;
  /** Signatures of an earlier manifest; the sealed bundle leaves them out. */
  readonly stale: readonly string[];
}

/**
 * Seals the bundle at `path`, and writes it to `target` if that is given.
 *
 * @throws InputError `bundle-altered` if files other than its texts have changed
 */
async function sealBundle(host: Host, path: string, target?: string): Promise<SealedBundle> {
  const files = await readBundle(host, path);
  const { files: sealed, before } = resealedFiles(files);
  checkEdited(before);
  const stale = [...files.keys()].filter((name) => isSignature(name) && !sealed.has(name));
  if (target !== undefined) {
    await writeBundle(host, target, sealed);
    return { files: sealed, stale };
  }
  if (isZipPath(path)) await writeBundle(host, path, sealed);
  else {
    await rm(`${locate(host, path)}/rerun`, { recursive: true, force: true });
    for (const name of stale) await rm(join(locate(host, path), name));
    await writeFolder(locate(host, path), sealed);
  }
  return { files: sealed, stale };
}

function checkEdited({ altered, missing, additional }: ManifestCheck): void {
  const others = [...altered, ...missing, ...additional].filter((path) => !edited.test(path));
  if (others.length === 0) return;
  throw new InputError(bundleAltered({ files: others }), 'bundle');
}
