/** Makes a bundle and writes it in the form that its venue requires. */
import { notices } from '../../bindings/words/errors/program/notices.js';
import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import { InputError } from '../../bindings/index.js';
import { type VenueName, venues } from '../../bindings/entries/bundle.js';
import type { StudyInput } from '../../bindings/entries/study.js';
import { misuse } from '../../bindings/words/errors/program/commands.js';
import { studyInFolder } from '../../bindings/words/errors/program/bundles.js';
import { usage } from '../exit.js';
import { type Host, locate, notice } from '../host.js';
import { readText } from '../io.js';
import { checkOtherFiles, pathWithoutLinks } from '../files/outputs.js';
import { studyInputs } from '../study/outputs.js';
import { readYaml } from '../yaml.js';
import { checkTarget, isZipPath, writeBundle } from './files.js';
import { type BundleFlags, makeBundle } from './make.js';

export interface PutFlags extends BundleFlags {
  readonly out?: string | undefined;
  readonly overwrite: boolean;
}

export async function putBundle(host: Host, path: string, flags: PutFlags): Promise<void> {
  const target = targetOf(flags.venue, flags.out);
  await checkNoInput(host, path, target);
  await checkTarget(host, target, flags.overwrite);
  const { files, warnings } = await makeBundle(host, path, flags);
  await writeBundle(host, target, files);
  for (const warning of warnings) notice(host, notices.warning({ told: warning }));
  notice(host, notices.bundle({ target, files: files.size }));
}

/** Refuses a target that is a file of the study, or a folder with one, because `--overwrite` would delete it. */
async function checkNoInput(host: Host, path: string, target: string): Promise<void> {
  const study = readYaml(path, await readText(host, path)) as StudyInput;
  const inputs = studyInputs(study, path);
  if (isZipPath(target)) {
    await checkOtherFiles(host, [['--out', target]], inputs);
    return;
  }
  const entries = await readdir(locate(host, target)).catch((): string[] => []);
  if (!entries.includes('bundle.json')) return; // nothing will be deleted
  const folder = await pathWithoutLinks(locate(host, target));
  for (const [role, file] of inputs) {
    if (file === undefined) continue;
    const place = await pathWithoutLinks(locate(host, file));
    if (!place.startsWith(`${folder}${sep}`)) continue;
    const inFolder = { file: target, option: '--out', role, path: file };
    throw new InputError(studyInFolder(inFolder), '--out');
  }
}

/** The folder or zip file for the bundle, in the form that the venue requires. */
function targetOf(venue: VenueName, out: string | undefined): string {
  const { container, title, file = 'replication.zip' } = venues[venue];
  const target = out ?? (container === 'zip' ? file : 'replication');
  if (container === 'folder' && isZipPath(target)) {
    throw usage(misuse.venue({ takes: 'folder', title, found: target }));
  }
  if (container === 'zip' && !isZipPath(target)) {
    throw usage(misuse.venue({ takes: 'zip', title, found: target }));
  }
  return target;
}
