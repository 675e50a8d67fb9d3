/** Options of `wasmetrics plan` for the scripts, which are checked before anything is computed. */
import { type Command, Option } from 'commander';
import { usage } from '../../exit.js';
import { arraySchedulers, type Scheduler } from '../plan-file.js';
import type { PodSettings, ScriptSettings } from './script.js';
import type * as said from '../../../bindings/words/errors/program/commands.js';
import { misuse } from '../../../bindings/words/errors/program/commands.js';

export interface ScriptOptions {
  readonly account?: string;
  readonly partition?: string;
  readonly prelude?: readonly string[];
  readonly store?: string;
  readonly image?: string;
  readonly pullPolicy?: PodSettings['pullPolicy'];
  readonly claim?: string;
  readonly user?: string;
  readonly label?: readonly string[];
}

const all = (value: string, before: readonly string[] = []) => [...before, value];

export function withScriptOptions(command: Command): Command {
  const policies = ['Always', 'IfNotPresent', 'Never'];
  return command
    .option('--account <name>', 'account or project that the scheduler charges')
    .option('--partition <name>', 'partition or queue of the scheduler')
    .option(
      '--prelude <line>',
      'shell line to run before each part and the merge, such as "module load node"; may be repeated',
      all,
    )
    .option(
      '--store <address>',
      'also put the job folder into a bucket, s3://bucket/prefix, where the machines find it',
    )
    .option('--image <name>', 'Kubernetes: image (default: wasmetrics:VERSION)')
    .addOption(
      new Option(
        '--pull-policy <policy>',
        'Kubernetes: when the image is pulled (default: IfNotPresent)',
      ).choices(policies),
    )
    .option(
      '--claim <name[/folder]>',
      'Kubernetes: claim of the ReadWriteMany volume with the job folder (default: wasmetrics-job)',
    )
    .option(
      '--user <uid[:gid]>',
      'Kubernetes: user that runs the pods and owns the job folder (default: 1000:1000)',
    )
    .option('--label <key=value>', 'Kubernetes: label of Jobs and pods; may be repeated', all);
}

/** Throws a usage error for options that the scheduler lacks, and for values that it would misread. */
export function settingsOf(
  options: ScriptOptions,
  scheduler: Scheduler,
): Omit<ScriptSettings, 'out'> {
  const {
    account,
    partition,
    prelude = [],
    store,
    image,
    pullPolicy,
    claim,
    user,
    label,
  } = options;
  only(scheduler, arraySchedulers, { account, partition });
  only(scheduler, [...arraySchedulers, 'kubernetes', 'parallel'], { store });
  only(scheduler, ['kubernetes'], { image, 'pull-policy': pullPolicy, claim, user, label });
  for (const [name, value] of Object.entries({ account, partition })) {
    if (value !== undefined) match(name, value, /^[\w.][\w@%+=:,./-]{0,199}$/, 'name');
  }
  if (image !== undefined) match('image', image, /^[a-z0-9][\w.:/@-]{0,254}$/i, 'image');
  if (store !== undefined) {
    match('store', store, /^s3:\/\/[\w.-]+(?:\/[^/\0\n]+)*\/?$/, 'store');
    if (claim !== undefined) throw usage(misuse.claim());
  }
  for (const line of prelude) match('prelude', line, /^[^\0]+$/, 'shell');
  const pods = {
    image,
    pullPolicy: pullPolicy ?? 'IfNotPresent',
    claim: claimOf(claim ?? 'wasmetrics-job'),
    user: userOf(user ?? '1000'),
    labels: labelsOf(label ?? []),
  };
  return { account, partition, prelude, store, pods };
}

function only(scheduler: Scheduler, has: readonly Scheduler[], options: object): void {
  if (has.includes(scheduler)) return;
  const given = Object.entries(options).find(([, value]) => value !== undefined);
  if (given === undefined) return;
  throw usage(misuse.scheduler({ option: given[0], schedulers: has, found: scheduler }));
}

function match(
  option: string,
  value: string,
  pattern: RegExp,
  expected: said.ScriptValue,
): RegExpExecArray {
  const parts = pattern.exec(value);
  if (parts !== null) return parts;
  throw usage(misuse['script-option']({ option, expected, found: value.slice(0, 80) }));
}

function claimOf(text: string): PodSettings['claim'] {
  const pattern = /^([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)(?:\/([^\0]+))?$/;
  const [, name, folder] = match('claim', text, pattern, 'claim');
  if (folder?.split('/').some((part) => ['', '.', '..'].includes(part)) === true) {
    match('claim', text, /^$/, 'claim');
  }
  return { name: name!, folder };
}

/** A user id: Kubernetes allows 31 bits, and 0 is root, which the restricted profile forbids. */
function userOf(text: string): PodSettings['user'] {
  const [, uid, gid = uid] = match('user', text, /^([1-9]\d{0,8})(?::([1-9]\d{0,8}))?$/, 'user');
  return { uid: Number(uid), gid: Number(gid) };
}

function labelsOf(all: readonly string[]): Record<string, string> {
  const part = '[A-Za-z0-9](?:[\\w.-]{0,61}[A-Za-z0-9])?';
  const pattern = new RegExp(`^((?:[a-z0-9][a-z0-9.-]{0,252}/)?${part})=(${part}|)$`);
  const pairs = all.map((label) => match('label', label, pattern, 'label'));
  return Object.fromEntries(pairs.map(([, key, value]) => [key!, value!]));
}
