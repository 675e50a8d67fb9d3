/** What a program says once about where its computations run and where its packages are. */
import * as v from 'valibot';
import { checkKeys, whole } from '../arguments/arguments.js';
import { type CoreSource, init } from '../engine/instances/shared.js';
import { providePackages } from '../values/packages.js';
import { limitThreads, limitWorkers } from './processors.js';

/** The settings of a process. Those that are not given stay as they are. */
export interface Configuration extends CoreSource {
  /**
   * Maximum number of threads of a run whose options do not say its `workers`; 0 computes in the calling thread. By
   * default one per processor.
   */
  readonly workers?: number | undefined;
  /** Maximum number of threads of all runs of this process together. By default two per processor. */
  readonly maxThreads?: number | undefined;
  /**
   * How optional packages are loaded, by their names, where an import by name does not find them: in workers of pages
   * without a bundler.
   */
  readonly packages?: Readonly<Record<string, () => Promise<unknown>>> | undefined;
}

/** `init` checks where the core comes from. */
const schemas = {
  module: v.any(),
  url: v.any(),
  workers: whole(0),
  maxThreads: whole(0),
  packages: v.any(),
};

/**
 * Says once, before other calls, where the core comes from and how many threads runs may have. `init` is the part of it
 * that provides the core.
 *
 * @throws InputError `bad-value`; as `init` if a `module` or a `url` is given
 */
export async function configure(settings: Configuration): Promise<void> {
  checkKeys('configure', schemas, settings);
  const { module, url, workers, maxThreads, packages } = settings;
  if (module !== undefined || url !== undefined) await init({ module, url });
  if (packages !== undefined) providePackages(packages);
  if (maxThreads !== undefined) limitThreads(maxThreads);
  if (workers !== undefined) limitWorkers(workers);
}
