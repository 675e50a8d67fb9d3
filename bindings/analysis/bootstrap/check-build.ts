import type { EngineInfo } from '../../core/engine/engine.js';
import { EngineError } from '../../core/errors/errors.js';

/**
 * Replicates of one build are not compared with the estimate of another, whose last digits differ.
 *
 * @throws EngineError `other-build`
 */
export function checkBuild(engine: EngineInfo, ofFit: EngineInfo): void {
  if (engine.sha256 === ofFit.sha256) return;
  const nameOf = ({ wasm, sha256 }: EngineInfo) => `${wasm} (${sha256.slice(0, 8)})`;
  const message = `bootstrap: expected the build that estimated the model, ${nameOf(ofFit)}, found ${nameOf(engine)}; give both functions the same engine`;
  throw new EngineError('other-build', message);
}
