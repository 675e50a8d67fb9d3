/** One instance of the core for all functions of a thread. */
import { badArgument } from '../../errors/bad-argument.js';
import {
  type AnyEngine,
  compile,
  compileNow,
  instantiate,
  instantiateNow,
  kindOf,
  type Part,
} from './instance.js';
import { decodeModule, type ModuleFile, type ModuleText } from './module-text.js';
import { EngineError } from '../../errors/errors.js';
import { nodeModule } from './node-module.js';
import { notReady, otherPartReady } from '../../../words/errors/core/engine.js';
import { eitherOf } from '../../../words/expectations/values.js';

/** The source of the core if it is not the bytes in this package; exactly one key. */
export interface CoreSource {
  /** A compiled `wasmetrics.wasm` or `linear.wasm`, or the `module` of an engine. */
  readonly module?: WebAssembly.Module | undefined;
  /** Address of one of these files. */
  readonly url?: string | URL | undefined;
}

/** A part that functions of this program use, or that `init` provided. */
interface Core {
  text?: ModuleText | ModuleFile;
  /** True if some functions of this program are only in this part. */
  needed?: boolean;
  module?: Promise<WebAssembly.Module> | undefined;
  instance?: Promise<void> | undefined;
  engine?: AnyEngine | undefined;
  /** True if the instance must not be used again. */
  retired?: boolean;
}

const cores: Readonly<Record<Part, Core>> = { estimation: {}, linear: {} };
const parts: readonly Part[] = ['estimation', 'linear'];
const files = { estimation: 'wasmetrics.wasm', linear: 'linear.wasm' } as const;

/**
 * Declares that functions of this program use a part; its module is compiled when it is needed.
 *
 * @param alone - true if no other part has these functions
 */
export function usePart(part: Part, text: ModuleText | ModuleFile, alone: boolean): void {
  cores[part].text = text;
  if (alone) cores[part].needed = true;
}

/** The compiled module of a part; each thread compiles it once. */
export function compiled(part: Part): Promise<WebAssembly.Module> {
  const core = cores[part];
  return core.module ?? kept(core, 'module', compile(decodeModule(core.text!), files[part]));
}

/**
 * Compiles the core once; all entry points (`wasmetrics/linalg` and the others) and the root share its instances.
 * Afterwards array functions are synchronous. It loads the parts of the core that the imported functions use.
 *
 * @throws EngineError `cannot-compile`; the next call tries again
 */
export async function ready(): Promise<void> {
  await Promise.all(neededParts().map(loaded));
}

/** The parts with functions that only they have; if there are none, the first part with the common functions. */
function neededParts(): readonly Part[] {
  const needed = parts.filter((part) => cores[part].needed === true);
  const isThere = ({ text, module }: Core) => text !== undefined || module !== undefined;
  return needed.length > 0 ? needed : parts.filter((part) => isThere(cores[part])).slice(0, 1);
}

function loaded(part: Part): Promise<void> {
  const core = cores[part];
  if (core.engine !== undefined) return Promise.resolve();
  return core.instance ?? kept(core, 'instance', instantiated(part));
}

async function instantiated(part: Part): Promise<void> {
  const core = cores[part];
  const module = compiled(part);
  const engine = await instantiate(await module);
  if (core.module !== module) return loaded(part); // `init` has provided another module
  core.engine = engine;
  core.retired = false;
}

/** Keeps a promise unless it fails, so that the next call tries again. */
function kept<Key extends 'module' | 'instance'>(
  core: Core,
  key: Key,
  promise: NonNullable<Core[Key]>,
): NonNullable<Core[Key]> {
  core[key] = promise;
  promise.catch(() => {
    if (core[key] === promise) core[key] = undefined;
  });
  return promise;
}

/**
 * Provides a part of the core to all entry points and the root, for hosts that do not compile WebAssembly, or to load
 * `wasmetrics.wasm` from an address. Call it before other functions, once for each part that is used.
 *
 * @throws InputError `bad-value`; EngineError `foreign-module` for a module of another build, `cannot-load`
 */
export async function init(source: CoreSource): Promise<void> {
  const { module, url } = source ?? {};
  if ((module === undefined) === (url === undefined)) {
    throw badArgument('init', 'source', eitherOf({ words: ['{ module }', '{ url }'] }), source);
  }
  const given = url === undefined ? module : await readModule(url);
  const { part } = kindOf('init', given);
  adopt(given as WebAssembly.Module);
  try {
    await ready();
  } catch {
    await loaded(part); // enough for functions of this part; the others report what they need
  }
}

/** Uses the module of the thread that started this one for all functions of this thread. */
export function adopt(module: WebAssembly.Module): void {
  const core = cores[kindOf('engine', module).part];
  core.module = Promise.resolve(module);
  core.engine = undefined;
  core.instance = undefined;
}

/** The shared instance of a part. */
export async function sharedPart(part: Part): Promise<AnyEngine> {
  await loaded(part);
  return live(cores[part]) ?? sharedPart(part);
}

/**
 * The shared instance of a part, for synchronous functions.
 *
 * @throws EngineError `not-ready`
 */
export function sharedNow(subject: string, part: Part): AnyEngine {
  const engine = live(cores[part]);
  if (engine !== undefined) return engine;
  const other = parts.find((one) => one !== part && live(cores[one]) !== undefined);
  if (other === undefined) throw new EngineError(notReady(), subject);
  throw new EngineError(otherPartReady({ needed: files[part], loaded: files[other] }), subject);
}

/** The shared instance of any loaded part, for functions that all parts have. Throws like `sharedNow`. */
export function anyNow(subject: string): AnyEngine {
  const engine = live(cores.estimation) ?? live(cores.linear);
  if (engine === undefined) throw new EngineError(notReady(), subject);
  return engine;
}

/** The shared instance of a part, compiled synchronously if necessary; old browsers refuse that in pages. */
export function sharedAtOnce(part: Part): AnyEngine {
  const core = cores[part];
  const engine = live(core);
  if (engine !== undefined) return engine;
  const made = instantiateNow(compileNow(decodeModule(core.text!), files[part]));
  core.module ??= Promise.resolve(made.module);
  core.engine = made;
  return made;
}

/** The instance of a part, replaced if it was retired; undefined if that cannot be done synchronously. */
function live(core: Core): AnyEngine | undefined {
  if (core.retired === true) replace(core);
  return core.engine;
}

function replace(core: Core): void {
  const { module } = core.engine!;
  core.retired = false;
  core.engine = undefined;
  try {
    core.engine = instantiateNow(module);
  } catch {
    core.instance = undefined;
  }
}

/** Marks an instance as not to be used by the next call: it failed, or its memory grew. Other instances are ignored. */
export function retire(engine: AnyEngine): void {
  for (const core of [cores.linear, cores.estimation]) {
    if (core.engine === engine) core.retired = true;
  }
}

/** @throws EngineError `cannot-load` if the address cannot be read, `cannot-compile` */
async function readModule(url: string | URL): Promise<WebAssembly.Module> {
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  try {
    bytes = await bytesOf(url);
    return await compile(bytes, 'wasmetrics.wasm');
  } catch (error) {
    const { ofAddress } = await import('./refused.js');
    throw ofAddress(String(url), bytes, error);
  }
}

async function bytesOf(url: string | URL): Promise<Uint8Array<ArrayBuffer>> {
  const files = nodeModule('node:fs/promises');
  const address = String(url);
  if (files !== undefined && address.startsWith('file:')) {
    return Uint8Array.from(await files.readFile(new URL(address)));
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
