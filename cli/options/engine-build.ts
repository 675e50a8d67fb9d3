import { type Build, init, loadEngine } from '../../bindings/index.js';

/** Makes all commands of this process compute with a build of the core. */
export async function useBuild(build: Build): Promise<void> {
  if ((await loadEngine()).info.wasm === build) return;
  const { module } = await loadEngine({ build });
  await init({ module });
}
