/** Where the script of the workers is: the address that the caller gives, or a file next to the library, or its text. */
import { nodeModule } from '../../engine/instances/node-module.js';

/** A script by its address or its text. */
export interface Script {
  /** The address, or what the text is called in messages. Workers of the same name are alike. */
  readonly name: string;
  readonly text?: string;
}

/** Finds a script; rejects if it is not there. */
export type FindScript = () => Promise<Script>;

/** The scripts to try, in this order. */
export function scriptsOf(workerUrl: string | URL | undefined): readonly FindScript[] {
  if (workerUrl !== undefined) return [() => Promise.resolve({ name: String(workerUrl) })];
  return [fileNextToLibrary, textInLibrary];
}

/**
 * The file that lies next to the library. A bundler that does not copy it, or that makes a CommonJS module without an
 * address of its own, loses it.
 */
async function fileNextToLibrary(): Promise<Script> {
  if ((import.meta.url as string | undefined) === undefined) {
    throw new Error('the library has no address');
  }
  const url = new URL('./wasmetrics-worker.js', import.meta.url);
  const files = nodeModule('node:fs');
  if (files !== undefined && url.protocol === 'file:' && !files.existsSync(url)) {
    throw new Error(`${url.href} does not exist`);
  }
  return { name: url.href };
}

/** The text of that file, in a part of the library of its own, which every bundler keeps. */
async function textInLibrary(): Promise<Script> {
  const { workerSource } = await import('../../../generated/worker-source.js');
  return { name: 'the script inside the library', text: workerSource };
}
