import { init, loadEngine } from '../bindings/index.js';

/** Lets all commands of this process compute in the relaxed build. */
export async function useRelaxedEngine(): Promise<void> {
  const { module } = await loadEngine({ build: 'relaxed' });
  await init({ module });
}
