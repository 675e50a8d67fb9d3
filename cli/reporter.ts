import type { BootstrapProgress } from '../bindings/index.js';

/** Shows how far a bootstrap is. */
export interface Reporter {
  update(progress: BootstrapProgress): void;
  done(): void;
}
