/** Runs the models of a command one after another. */
import { misuse } from '../bindings/words/errors/program/commands.js';
import { usage } from './exit.js';
import type { Host } from './host.js';
import { eachModel, type Shown } from './models/each.js';
import type { LocatedModel } from './models/located.js';
import type { ModelSource } from './models/source.js';
import { printModels, run, type RunOptions } from './run.js';

type Source = Pick<ModelSource, 'located' | 'origin'>;

/** What a command does with a model; returns the exit code. */
type Run = (
  host: Host,
  located: LocatedModel,
  options: RunOptions & Shown,
) => Promise<number | undefined>;

/** Runs the models, or prints them with `--print-model`. */
export async function runModels(
  host: Host,
  sources: readonly Source[],
  options: RunOptions,
  runOne: Run = run,
): Promise<void> {
  if (options.printModel === true) {
    const models = sources.map(({ located }) => located);
    return printModels(host, models, options);
  }
  if (sources.length > 1) checkSingle(options, sources);
  await eachModel(host, sources, options, ({ located }, shown) =>
    runOne(host, located, { ...options, ...shown }),
  );
}

/** Refuses files that the models of one command would overwrite. */
function checkSingle(
  { checkpoint, replicates, save, tidy, glance, fixedEffects }: RunOptions,
  sources: readonly Source[],
): void {
  const files = { checkpoint, replicates, save, tidy, glance, 'fixed-effects': fixedEffects };
  const [first] = Object.entries(files).filter(([, value]) => value !== undefined);
  if (first === undefined) return;
  const option = `--${first[0]}`;
  const isFile = sources.every(({ located }) => located.path !== undefined);
  if (!isFile) throw usage(misuse['one-formula']({ option, found: sources.length }));
  throw usage(misuse['one-model']({ subject: option, found: undefined }));
}
