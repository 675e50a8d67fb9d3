/** The module at an address. */
import { EngineError } from '../../errors/errors.js';
import { nodeModule } from './node-module.js';
import { visibleLine } from '../../text/visible.js';
import { compile } from './instance.js';

/** @throws EngineError `cannot-load` if the address cannot be read, `cannot-compile` */
export async function readModule(url: string | URL): Promise<WebAssembly.Module> {
  return compile(await bytesOf(url), 'wasmetrics.wasm');
}

async function bytesOf(url: string | URL): Promise<Uint8Array<ArrayBuffer>> {
  const files = nodeModule('node:fs/promises');
  try {
    const address = String(url);
    if (files !== undefined && address.startsWith('file:')) {
      return Uint8Array.from(await files.readFile(new URL(address)));
    }
    const response = await fetch(url);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineError(
      'cannot-load',
      `init: url: expected the address of wasmetrics.wasm, found ${visibleLine(String(url))} (${reason}); pass an address that this host can fetch`,
    );
  }
}
